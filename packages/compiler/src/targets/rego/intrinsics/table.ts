import type { IntrinsicName } from "../../../intrinsics/table.js";
import type { LibraryFunction } from "./function.js";
import { imageFunctions } from "./image.js";
import { quantityFunctions } from "./quantity.js";
import { textFunctions } from "./text.js";

/** What each intrinsic is in Rego. */
export const libraryFunctions: Readonly<Record<IntrinsicName, LibraryFunction>> = {
  ...imageFunctions,
  ...quantityFunctions,
  ...textFunctions,
};

import type { IntrinsicName } from "../../../intrinsics/table.js";
import type { LibraryFunction } from "./function.js";
import { imageFunctions } from "./image.js";
import { numberFunctions } from "./number.js";
import { quantityFunctions } from "./quantity.js";
import { versionFunctions } from "./version.js";
import { labelFunctions } from "./label.js";
import { networkFunctions } from "./network.js";
import { rbacFunctions } from "./rbac.js";
import { textFunctions } from "./text.js";

/** What each intrinsic is in Rego. */
export const libraryFunctions: Readonly<Record<IntrinsicName, LibraryFunction>> = {
  ...imageFunctions,
  ...numberFunctions,
  ...quantityFunctions,
  ...versionFunctions,
  ...labelFunctions,
  ...networkFunctions,
  ...rbacFunctions,
  ...textFunctions,
};

import type { textIntrinsics } from "../../../intrinsics/text.js";
import type { LibraryFunction } from "./function.js";

export const textFunctions: Readonly<Record<keyof typeof textIntrinsics, LibraryFunction>> = {
  glob: ["glob", "matches"],
};

import type { labelIntrinsics } from "../../../intrinsics/label.js";
import type { LibraryFunction } from "./function.js";

export const labelFunctions: Readonly<Record<keyof typeof labelIntrinsics, LibraryFunction>> = {
  hasLabels: ["labels", "has_all"],
};

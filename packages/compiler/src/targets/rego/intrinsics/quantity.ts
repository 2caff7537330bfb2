import type { quantityIntrinsics } from "../../../intrinsics/quantity.js";
import type { LibraryFunction } from "./function.js";

export const quantityFunctions: Readonly<Record<keyof typeof quantityIntrinsics, LibraryFunction>> = {
  compareQuantities: ["quantity", "compare"],
};

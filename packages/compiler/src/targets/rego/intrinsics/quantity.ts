import type { quantityIntrinsics } from "../../../intrinsics/quantity.js";
import type { LibraryFunction } from "./function.js";

export const quantityFunctions: Readonly<Record<keyof typeof quantityIntrinsics, LibraryFunction>> = {
  addQuantities: ["quantity_sum", "added"],
  compareQuantities: ["quantity", "compare"],
  formatQuantity: ["quantity_sum", "formatted"],
  isQuantity: ["quantity", "is_valid"],
  sumQuantities: ["quantity_sum", "total"],
};

import type { numberIntrinsics } from "../../../intrinsics/number.js";
import type { LibraryFunction } from "./function.js";

export const numberFunctions: Readonly<Record<keyof typeof numberIntrinsics, LibraryFunction>> = {
  count: ["integers", "occurrences"],
  max: ["integers", "greatest"],
  min: ["integers", "smallest"],
  sum: ["integers", "total"],
};

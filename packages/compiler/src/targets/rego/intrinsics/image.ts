import type { imageIntrinsics } from "../../../intrinsics/image.js";
import type { LibraryFunction } from "./function.js";

export const imageFunctions: Readonly<Record<keyof typeof imageIntrinsics, LibraryFunction>> = {
  imageRef: ["image", "parse"],
};

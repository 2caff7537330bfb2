export { glob } from "./glob.js";
export { imageRef } from "./image-ref.js";
export type { ImageRef } from "./image-ref.js";
export { compareQuantities } from "./quantity.js";

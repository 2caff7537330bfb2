import { imageRef } from "@writ/sdk";
import { type Type, string } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

const optionalString: Type = { value: { kind: "string" }, optional: true };

/** Intrinsics on references of container images. */
export const imageIntrinsics = {
  imageRef: {
    symbol: "imageRef",
    parameters: [["string"]],
    result: { value: { kind: "record", model: "ImageRef" }, optional: true },
    fields: { registry: string, repository: string, name: string, tag: optionalString, digest: optionalString },
    evaluate: (image: string) => imageRef(image),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

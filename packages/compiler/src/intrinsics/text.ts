import { glob } from "@writ/sdk";
import { bool } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

/** Intrinsics on text. */
export const textIntrinsics = {
  glob: {
    symbol: "glob",
    parameters: [["string"], ["string"]],
    result: bool,
    evaluate: (value: string, pattern: string) => glob(value, pattern),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

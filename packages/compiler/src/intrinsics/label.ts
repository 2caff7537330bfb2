import { hasLabels } from "@writ/sdk";
import { bool } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

type Labels = Readonly<Record<string, string>>;

/** Intrinsics on labels. What asks a whole selector is lowered to these: see lower/selector.ts. */
export const labelIntrinsics = {
  hasLabels: {
    symbol: "hasLabels",
    parameters: [["map of string"], ["map of string"]],
    result: bool,
    evaluate: (labels: Labels, wanted: Labels) => hasLabels(labels, wanted),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

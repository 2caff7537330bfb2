import { compareQuantities } from "@writ/sdk";
import type { Intrinsic } from "./intrinsic.js";

/** Intrinsics on Kubernetes quantities. */
export const quantityIntrinsics = {
  compareQuantities: {
    symbol: "compareQuantities",
    parameters: [
      ["quantity", "string"],
      ["quantity", "string"],
    ],
    result: { value: { kind: "int" }, optional: true },
    evaluate: (a: string, b: string) => compareQuantities(a, b),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

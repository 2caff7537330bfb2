import { count, max, min, sum } from "@writ/sdk";
import { int, optional } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

const ofIntegers = { parameters: [["list of int"]], result: optional(int) } as const;

/** Intrinsics on lists of integers, and on how often a list holds a value. */
export const numberIntrinsics = {
  count: {
    symbol: "count",
    parameters: [
      ["list of string", "list of int", "list of bool"],
      ["string", "int", "bool"],
    ],
    result: int,
    evaluate: (values: readonly (string | number | boolean)[], value: string | number | boolean) =>
      count(values, value),
  },
  max: { symbol: "max", ...ofIntegers, evaluate: (values: readonly number[]) => max(values) },
  min: { symbol: "min", ...ofIntegers, evaluate: (values: readonly number[]) => min(values) },
  sum: { symbol: "sum", ...ofIntegers, evaluate: (values: readonly number[]) => sum(values) },
} as const satisfies Readonly<Record<string, Intrinsic>>;

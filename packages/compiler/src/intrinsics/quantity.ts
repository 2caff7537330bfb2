import { addQuantities, compareQuantities, formatQuantity, isQuantity, sumQuantities } from "@writ/sdk";
import { bool, int, optional, string } from "../ir/types.js";
import type { Intrinsic, ParameterKind } from "./intrinsic.js";

const quantity: readonly ParameterKind[] = ["quantity", "string"];

/** Intrinsics on Kubernetes quantities. */
export const quantityIntrinsics = {
  addQuantities: {
    symbol: "addQuantities",
    parameters: [quantity, quantity],
    result: optional(string),
    evaluate: (a: string, b: string) => addQuantities(a, b),
  },
  compareQuantities: {
    symbol: "compareQuantities",
    parameters: [quantity, quantity],
    result: optional(int),
    evaluate: (a: string, b: string) => compareQuantities(a, b),
  },
  formatQuantity: {
    symbol: "formatQuantity",
    parameters: [quantity],
    result: optional(string),
    evaluate: (of: string) => formatQuantity(of),
  },
  isQuantity: {
    symbol: "isQuantity",
    parameters: [quantity],
    result: bool,
    evaluate: (of: string) => isQuantity(of),
  },
  sumQuantities: {
    symbol: "sumQuantities",
    parameters: [["list of quantity", "list of string"]],
    result: optional(string),
    evaluate: (of: readonly string[]) => sumQuantities(of),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

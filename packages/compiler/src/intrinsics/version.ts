import { compareKubernetesVersions, compareSemver, isSemver } from "@writ/sdk";
import { type Type, bool } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

const order: Type = { value: { kind: "int" }, optional: true };

/** Intrinsics on versions. */
export const versionIntrinsics = {
  compareKubernetesVersions: {
    symbol: "compareKubernetesVersions",
    parameters: [["string"], ["string"]],
    result: order,
    evaluate: (a: string, b: string) => compareKubernetesVersions(a, b),
  },
  compareSemver: {
    symbol: "compareSemver",
    parameters: [["string"], ["string"]],
    result: order,
    evaluate: (a: string, b: string) => compareSemver(a, b),
  },
  isSemver: {
    symbol: "isSemver",
    parameters: [["string"]],
    result: bool,
    evaluate: (text: string) => isSemver(text),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

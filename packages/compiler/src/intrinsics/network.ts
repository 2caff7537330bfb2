import { cidrContains, isCidr, isIp } from "@writ/sdk";
import { bool, optional } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

/** Intrinsics on addresses of the Internet Protocol. */
export const networkIntrinsics = {
  cidrContains: {
    symbol: "cidrContains",
    parameters: [["string"], ["string"]],
    result: optional(bool),
    evaluate: (cidr: string, ipOrCidr: string) => cidrContains(cidr, ipOrCidr),
  },
  isCidr: {
    symbol: "isCidr",
    parameters: [["string"]],
    result: bool,
    evaluate: (text: string) => isCidr(text),
  },
  isIp: {
    symbol: "isIp",
    parameters: [["string"]],
    result: bool,
    evaluate: (text: string) => isIp(text),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

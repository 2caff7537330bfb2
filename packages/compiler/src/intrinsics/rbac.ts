import { resourceCovers, urlCovers } from "@writ/sdk";
import { bool } from "../ir/types.js";
import type { Intrinsic } from "./intrinsic.js";

/** Intrinsics on the rules of roles. What asks a whole rule is lowered to these: see lower/rule-covers.ts. */
export const rbacIntrinsics = {
  resourceCovers: {
    symbol: "resourceCovers",
    parameters: [["string"], ["string"]],
    result: bool,
    evaluate: (ruleResource: string, resource: string) => resourceCovers(ruleResource, resource),
  },
  urlCovers: {
    symbol: "urlCovers",
    parameters: [["string"], ["string"]],
    result: bool,
    evaluate: (ruleUrl: string, path: string) => urlCovers(ruleUrl, path),
  },
} as const satisfies Readonly<Record<string, Intrinsic>>;

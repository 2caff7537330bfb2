import { type CallExpression, Node } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { sdkDeclaration } from "../source/discover.js";
import { valueOf } from "./access.js";
import type { Lowering, Scope } from "./lowering.js";
import { lowerRuleCovers } from "./rule-covers.js";
import { lowerMatchesSelector } from "./selector.js";
import { effectiveOf } from "./security-context.js";

type LowerCall = (lowering: Lowering, node: CallExpression, scope: Scope) => Expr;

/**
 * The functions of @writ/sdk on whole objects of the API. Each is lowered to nodes of the IR that read the members it looks at, so that
 * every target has it and the shape guard knows the members; what takes and gives scalars is in the table of intrinsics instead.
 */
const calls: Readonly<Record<string, LowerCall>> = {
  effectiveSecurityContext: (lowering, node, scope) => valueOf(lowering, effectiveOf(lowering, node, scope), node),
  matchesSelector: lowerMatchesSelector,
  ruleCovers: lowerRuleCovers,
};

/** How a function of @writ/sdk is lowered that is called by this name; undefined for any other function. */
export function sdkCall(callee: Node): LowerCall | undefined {
  const declaration = sdkDeclaration(callee);
  const name = declaration && Node.isFunctionDeclaration(declaration) ? declaration.getName() : undefined;
  return name !== undefined && Object.hasOwn(calls, name) ? calls[name] : undefined;
}

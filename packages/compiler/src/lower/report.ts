import { type CallExpression, Node } from "ts-morph";
import type { Expr, Step } from "../ir/nodes.js";
import { type Lowering, type Scope, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { anchored, isPlace } from "./place.js";
import { lowerExpression } from "./registry.js";
import { lowerPrinted } from "./template.js";
import { unwrapped } from "./transparent.js";

/** Lowers `report(target, message, at?)` to a rule. */
export function lowerReport(lowering: Lowering, call: CallExpression, steps: readonly Step[], scope: Scope): void {
  const [targetNode, messageNode, atNode] = call.getArguments();
  if (targetNode === undefined || messageNode === undefined) return;
  const target = lowerExpression(lowering, targetNode, scope);
  const message = lowerPrinted(lowering, messageNode, scope);
  const at = atNode === undefined ? [] : lowerPath(lowering, atNode);
  if (isPoison(target) || isPoison(message) || at === undefined) return;
  addRule(lowering, call, targetNode, { steps, target, message, at });
}

/** Adds a rule, unless its target has no place in the document. */
export function addRule(
  lowering: Lowering,
  node: Node,
  targetNode: Node,
  rule: {
    readonly steps: readonly Step[];
    readonly target: Expr;
    readonly message: Expr;
    readonly at: readonly (string | number)[];
  },
): void {
  const { expr: target, steps } = anchored(lowering, rule.target, rule.steps);
  if (!isPlace(target, steps)) {
    refuse(lowering, "reportTarget", targetNode, { text: sourceText(targetNode) });
    return;
  }
  lowering.rules.push({ ...rule, target, steps, span: spanOf(lowering, node) });
}

/** The segments of a path written as an array of literals. */
export function lowerPath(lowering: Lowering, node: Node): readonly (string | number)[] | undefined {
  const array = unwrapped(node);
  const segments = Node.isArrayLiteralExpression(array) ? array.getElements().map(segmentOf) : [undefined];
  const isWellFormed = (segment: string | number): boolean => typeof segment === "number" || segment.isWellFormed();
  if (segments.every((segment) => segment !== undefined) && segments.every(isWellFormed)) return segments;
  refuse(lowering, "reportPath", node, {});
  return undefined;
}

function segmentOf(node: Node): string | number | undefined {
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  return Node.isNumericLiteral(node) && Number.isSafeInteger(node.getLiteralValue())
    ? node.getLiteralValue()
    : undefined;
}

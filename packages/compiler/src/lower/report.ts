import { type CallExpression, Node } from "ts-morph";
import type { Expr, Segment, Step } from "../ir/nodes.js";
import { type Lowering, type Scope, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { anchored, isPlace } from "./place.js";
import { lowerExpression } from "./registry.js";
import { pathRewrite } from "./rewrite/definition.js";
import { numberOf } from "./numeric-literal.js";
import { lowerPrinted } from "./template.js";
import { unwrapped } from "./transparent.js";

/** Lowers `report(target, message, at?)` to a rule. */
export function lowerReport(lowering: Lowering, call: CallExpression, steps: readonly Step[], scope: Scope): void {
  const [targetNode, messageNode, atNode] = call.getArguments();
  if (targetNode === undefined || messageNode === undefined) return;
  const target = lowerExpression(lowering, targetNode, scope);
  const message = lowerPrinted(lowering, messageNode, scope);
  const at = atNode === undefined ? [] : lowerPath(lowering, atNode, scope);
  addRule(lowering, call, targetNode, { steps, target, message, at });
}

/** Adds a rule, unless its target has no place in the document, or a part of it was refused. */
export function addRule(
  lowering: Lowering,
  node: Node,
  targetNode: Node,
  rule: {
    readonly steps: readonly Step[];
    readonly target: Expr;
    readonly message: Expr;
    readonly at: readonly Segment[] | undefined;
  },
): void {
  const { message, at } = rule;
  if (isPoison(rule.target)) return;
  const { expr: target, steps } = anchored(lowering, rule.target, rule.steps);
  if (!isPlace(target, steps)) {
    refuse(lowering, "reportTarget", targetNode, { text: sourceText(targetNode) });
    return;
  }
  if (isPoison(message) || at === undefined) return;
  lowering.rules.push({ target, message, at, steps, span: spanOf(lowering, node) });
}

/** The segments of a path: an array of literals, and of integers that say a position. */
export function lowerPath(lowering: Lowering, node: Node, scope: Scope): readonly Segment[] | undefined {
  const array = unwrapped(node);
  if (Node.isArrayLiteralExpression(array)) {
    const segments = array.getElements().map((element) => lowerSegment(lowering, element, scope));
    // What could not be lowered has been refused where it stands.
    if (segments.some((segment) => typeof segment === "object" && isPoison(segment))) return undefined;
    if (segments.every((segment) => segment !== undefined)) return segments;
  }
  refuse(lowering, "reportPath", node, {}, pathRewrite(node));
  return undefined;
}

function lowerSegment(lowering: Lowering, element: Node, scope: Scope): Segment | undefined {
  const node = unwrapped(element);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
    const name = node.getLiteralText();
    return name.isWellFormed() ? name : undefined;
  }
  if (Node.isNumericLiteral(node)) return Number.isSafeInteger(numberOf(node)) ? numberOf(node) : undefined;
  if (!Node.isIdentifier(node)) return undefined;
  const position = lowerExpression(lowering, node, scope);
  return isPoison(position) || (position.type.value.kind === "int" && !position.type.optional) ? position : undefined;
}

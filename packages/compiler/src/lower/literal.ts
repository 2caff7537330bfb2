import {
  type ArrayLiteralExpression,
  type FalseLiteral,
  Node,
  type NoSubstitutionTemplateLiteral,
  type NumericLiteral,
  type SpreadElement,
  type StringLiteral,
  type TrueLiteral,
} from "ts-morph";
import { literal } from "../ir/build.js";
import { concat } from "../ir/build-list.js";
import type { Expr } from "../ir/nodes.js";
import type { Type } from "../ir/types.js";
import { joinElements } from "./list-part.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { numberOf } from "./numeric-literal.js";
import { typeNoun } from "./types.js";

export function lowerString(lowering: Lowering, node: StringLiteral | NoSubstitutionTemplateLiteral): Expr {
  return lowerText(lowering, node, node.getLiteralText());
}

/** A constant text. Half a surrogate pair has no UTF-8 form: no document holds one, and no engine takes one. */
export function lowerText(lowering: Lowering, node: Node, text: string): Expr {
  if (text.isWellFormed()) return literal(text, spanOf(lowering, node));
  return refuse(lowering, "expression", node, {
    what: "half a surrogate pair",
    instead: "write the whole character, for example `\\u{1F600}`",
  });
}

export function lowerNumber(lowering: Lowering, node: NumericLiteral): Expr {
  const value = numberOf(node);
  if (isExact(value)) return literal(value, spanOf(lowering, node));
  return refuse(lowering, "expression", node, {
    what: "an integer beyond 2^53",
    instead: "engines agree on integers up to 9007199254740991 only",
  });
}

/** Whether every engine holds a number as it is written. */
export function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

export function lowerBoolean(lowering: Lowering, node: TrueLiteral | FalseLiteral): Expr {
  return literal(node.getLiteralValue(), spanOf(lowering, node));
}

export function lowerArrayLiteral(lowering: Lowering, node: ArrayLiteralExpression, scope: Scope): Expr {
  const span = spanOf(lowering, node);
  if (node.getElements().some(Node.isOmittedExpression)) {
    // A hole has no width that could be underlined.
    return refuse(lowering, "expression", node, {
      what: "a list with a hole",
      instead: "write each element out; a hole reads as `undefined`, which no list holds",
    });
  }
  const parts = node.getElements().map((element): Expr => {
    if (Node.isSpreadElement(element)) return lowerSpread(lowering, element, scope);
    const expr = lowerExpression(lowering, element, scope);
    if (isPoison(expr)) return expr;
    if (expr.type.optional) return refuse(lowering, "optionalElement", element, { method: "[…]" });
    const type: Type = { value: { kind: "list", element: expr.type.value }, optional: false };
    return { kind: "list", elements: [expr], type, span };
  });
  return firstPoison(...parts) ?? concat(parts, joinElements(parts), span);
}

/** `...list` in an array: its elements. */
function lowerSpread(lowering: Lowering, node: SpreadElement, scope: Scope): Expr {
  const list = lowerExpression(lowering, node.getExpression(), scope);
  if (isPoison(list)) return list;
  if (list.type.value.kind === "list" && !list.type.optional) return list;
  return refuse(lowering, "opaque", node.getExpression(), {
    text: sourceText(node.getExpression()),
    type: list.type.optional ? "possibly absent" : typeNoun(list.type),
    use: "spread in an array; only lists can",
  });
}

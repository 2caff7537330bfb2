import {
  type ArrayLiteralExpression,
  type FalseLiteral,
  Node,
  type NoSubstitutionTemplateLiteral,
  type NumericLiteral,
  type StringLiteral,
  type TrueLiteral,
} from "ts-morph";
import { literal } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { joinTypes } from "./types.js";

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
  const value = node.getLiteralValue();
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) {
    return literal(value, spanOf(lowering, node));
  }
  return refuse(lowering, "expression", node, {
    what: "an integer beyond 2^53",
    instead: "engines agree on integers up to 9007199254740991 only",
  });
}

export function lowerBoolean(lowering: Lowering, node: TrueLiteral | FalseLiteral): Expr {
  return literal(node.getLiteralValue(), spanOf(lowering, node));
}

export function lowerArrayLiteral(lowering: Lowering, node: ArrayLiteralExpression, scope: Scope): Expr {
  const elements = node.getElements().map((element) => lowerElement(lowering, element, scope));
  const poisoned = firstPoison(...elements);
  if (poisoned !== undefined) return poisoned;
  const type = joinTypes(elements.map((element) => element.type.value));
  return {
    kind: "list",
    elements,
    type: { value: { kind: "list", element: type.kind === "none" ? { kind: "json" } : type }, optional: false },
    span: spanOf(lowering, node),
  };
}

function lowerElement(lowering: Lowering, element: Node, scope: Scope): Expr {
  if (Node.isSpreadElement(element)) {
    return refuse(lowering, "expression", element, {
      what: "spread in an array",
      instead: "iterate the lists one after the other",
    });
  }
  const expr = lowerExpression(lowering, element, scope);
  return expr.type.optional && !isPoison(expr) ? refuse(lowering, "optionalElement", element, { method: "[…]" }) : expr;
}

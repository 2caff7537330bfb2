import { type CallExpression, Node, SyntaxKind } from "ts-morph";
import { element, isEmptyList, literal, present } from "../ir/build.js";
import { arithmetic, concat } from "../ir/build-list.js";
import type { Compare, Expr, Span } from "../ir/nodes.js";
import { type Type, bool, int, propagating, string } from "../ir/types.js";
import { firstOf } from "./access.js";
import { type Lowering, type Scope, firstPoison, freshName, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { refuseUnordered } from "./order.js";
import { indicesOf, nameFor, valueAt, withBindings } from "./pairs.js";
import { lowerExpression } from "./registry.js";
import { numberOf } from "./numeric-literal.js";
import { unwrapped } from "./transparent.js";
import { joinTypes, typeNoun } from "./types.js";

/** `list.at(0)`, `list.at(-1)`: an element counted from the beginning or from the end. */
export function lowerAt(lowering: Lowering, node: CallExpression, list: Expr): Expr {
  const span = spanOf(lowering, node);
  const [argument] = node.getArguments();
  const position = argument && integerOf(argument);
  if (position === undefined) return refuseBounds(lowering, node, "at");
  const unordered = refuseUnordered(lowering, node, list);
  if (unordered !== undefined) return unordered;
  if (position === 0) return firstOf(lowering, list, span) ?? element(list, literal(0, span), span);
  if (position > 0) return element(list, literal(position, span), span);
  const { of, bindings } = nameFor(lowering, list, span);
  return withBindings(bindings, element(of, fromEnd(of, position, span), span));
}

/** `list.slice(1)`, `list.slice(0, -1)`: the elements at some positions. */
export function lowerSlice(lowering: Lowering, node: CallExpression, list: Expr): Expr {
  const span = spanOf(lowering, node);
  const bounds = node.getArguments().map(integerOf);
  const unordered = refuseUnordered(lowering, node, list);
  if (unordered !== undefined) return unordered;
  const [start = 0, end] = bounds;
  if (bounds.length > 2 || bounds.includes(undefined)) return refuseBounds(lowering, node, "slice");
  const { of, bindings } = nameFor(lowering, list, span);
  const [index, kept] = [freshName(lowering, "index"), freshName(lowering, "index")];
  const variable = (name: string): Expr => ({ kind: "variable", name, type: int, span });
  const bound = (position: number): Expr =>
    position < 0 ? present(fromEnd(of, position, span)) : literal(position, span);
  const compared = (operator: Compare["operator"], position: number): Expr => ({
    kind: "compare",
    operator,
    left: variable(index),
    right: bound(position),
    type: bool,
    span,
  });
  const tests = [...(start === 0 ? [] : [compared(">=", start)]), ...(end === undefined ? [] : [compared("<", end)])];
  const [test, other] = tests;
  if (test === undefined) return list;
  const positions = indicesOf(of, span);
  const body: Expr = other === undefined ? test : { kind: "and", operands: [test, other], type: bool, span };
  const within: Expr = { kind: "filter", item: index, list: positions, body, type: positions.type, span };
  const value = valueAt(of, variable(kept), span);
  return withBindings(bindings, { kind: "map", item: kept, list: within, body: value, type: list.type, span });
}

function fromEnd(list: Expr, position: number, span: Span): Expr {
  const length: Expr = { kind: "length", list, type: propagating(int, list.type), span };
  return arithmetic("-", length, literal(-position, span), span);
}

function integerOf(node: Node): number | undefined {
  const inner = unwrapped(node);
  const negated = Node.isPrefixUnaryExpression(inner) && inner.getOperatorToken() === SyntaxKind.MinusToken;
  const number = negated ? inner.getOperand() : inner;
  if (!Node.isNumericLiteral(number) || !Number.isSafeInteger(numberOf(number))) return undefined;
  return negated ? -numberOf(number) : numberOf(number);
}

function refuseBounds(lowering: Lowering, node: CallExpression, method: string): Expr {
  return refuse(lowering, "expression", node, {
    what: `\`${method}\` with a position that is no constant`,
    instead: `write the position as a number: \`.${method}(${method === "at" ? "-1" : "1"})\``,
  });
}

/** `list.join(", ")`. */
export function lowerJoin(lowering: Lowering, node: CallExpression, list: Expr, scope: Scope): Expr {
  const [argument] = node.getArguments();
  const span = spanOf(lowering, node);
  const separator = argument === undefined ? literal(",", span) : lowerExpression(lowering, argument, scope);
  const unordered = refuseUnordered(lowering, node, list);
  if (unordered !== undefined) return unordered;
  if (isPoison(separator)) return separator;
  if (separator.kind !== "literal" || typeof separator.value !== "string") {
    return refuse(lowering, "expression", argument ?? node, {
      what: "a separator that is no constant",
      instead: 'write it out: `list.join(", ")`',
    });
  }
  const element = list.type.value.kind === "list" ? list.type.value.element.kind : "json";
  const isEmpty = isEmptyList(list);
  if (element !== "string" && element !== "int" && element !== "intOrString" && !isEmpty) {
    return refuse(lowering, "printed", node, { text: sourceText(node), type: typeNoun(list.type) });
  }
  const type = propagating(string, list.type);
  return { kind: "join", list, separator: separator.value, type, span };
}

/** `list.concat(other, …)`. */
export function lowerListConcat(lowering: Lowering, node: CallExpression, list: Expr, scope: Scope): Expr {
  const others = node.getArguments().map((argument) => lowerExpression(lowering, argument, scope));
  const poisoned = firstPoison(...others);
  if (poisoned !== undefined) return poisoned;
  const span = spanOf(lowering, node);
  const parts = others.map((other): Expr => {
    if (other.type.value.kind === "list") return other;
    const type: Type = { value: { kind: "list", element: other.type.value }, optional: false };
    return { kind: "list", elements: [other], type, span };
  });
  const absent = [list, ...others].find((part) => part.type.optional);
  if (absent !== undefined) return refuse(lowering, "optionalElement", node, { method: "concat" });
  return concat([list, ...parts], joinElements([list, ...parts]), span);
}

/** The type of several lists put together. */
export function joinElements(lists: readonly Expr[]): Type {
  const known = lists.filter((list) => !isEmptyList(list));
  const elements = known.map((list) => (list.type.value.kind === "list" ? list.type.value.element : list.type.value));
  const element = joinTypes(elements);
  const isUnordered = lists.some((list) => list.type.value.kind === "list" && list.type.value.unordered === true);
  return {
    value: {
      kind: "list",
      element: element.kind === "none" ? { kind: "json" } : element,
      ...(isUnordered ? { unordered: true as const } : {}),
    },
    optional: false,
  };
}

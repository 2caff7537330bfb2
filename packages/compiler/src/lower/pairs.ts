import { type CallExpression, Node } from "ts-morph";
import { bind, element, entry, isCheap, isEmptyList, present } from "../ir/build.js";
import type { Expr, Span } from "../ir/nodes.js";
import { type Type, elementType } from "../ir/types.js";
import { constantInitializer, declarationOf } from "./constant.js";
import { type Lowering, type Scope, freshName, isPoison, spanOf } from "./lowering.js";
import { conditionOf } from "./callback.js";
import { keysOf } from "./keys.js";
import { lowerExpression } from "./registry.js";
import { unwrapped } from "./transparent.js";
import { isGlobal } from "./global.js";

/** What `Object.entries(map)` and `list.entries()` give: keys or positions, and what stands there. */
export interface Pairs {
  readonly kind: "pairs";
  readonly keys: Expr;
  readonly of: Expr;
  /** The names that `keys` and `of` need around them. */
  readonly bindings: readonly Binding[];
}

/** One key or position with its value. */
export interface Pair {
  readonly kind: "pair";
  readonly key: Expr;
  readonly value: Expr;
}

export interface Binding {
  readonly name: string;
  readonly value: Expr;
  readonly span: Span;
}

/** The pairs that an expression gives; undefined when it gives none. Only calls and names can. */
export function pairsOf(lowering: Lowering, node: Node, scope: Scope): Pairs | Expr | undefined {
  const inner = unwrapped(node);
  if (Node.isIdentifier(inner)) return pairsOfName(lowering, inner, scope);
  if (!Node.isCallExpression(inner)) return undefined;
  const callee = unwrapped(inner.getExpression());
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const [argument] = inner.getArguments();
  const receiver = callee.getExpression();
  if (callee.getName() === "entries" && isGlobal(receiver, "Object") && argument !== undefined)
    return entriesOf(lowering, lowerExpression(lowering, argument, scope), inner);
  if (callee.getName() === "entries" && argument === undefined) {
    const list = lowerExpression(lowering, receiver, scope);
    return isPoison(list) ? list : entriesOf(lowering, list, inner);
  }
  return callee.getName() === "filter" ? filteredPairs(lowering, inner, receiver, scope) : undefined;
}

function pairsOfName(lowering: Lowering, node: Node, scope: Scope): Pairs | Expr | undefined {
  if (!Node.isIdentifier(node)) return undefined;
  const bound = node.getSymbol() && scope.get(node.getSymbolOrThrow().compilerSymbol);
  if (bound !== undefined) return bound.kind === "pairs" ? bound : undefined;
  const declaration = declarationOf(node);
  const initializer = declaration && constantInitializer(declaration);
  return initializer && Node.isCallExpression(unwrapped(initializer))
    ? pairsOf(lowering, initializer, new Map())
    : undefined;
}

/** Positions of a list, or keys of a map, with their values; undefined for anything else. */
function entriesOf(lowering: Lowering, given: Expr, node: CallExpression): Pairs | Expr | undefined {
  if (isPoison(given)) return given;
  const kind = given.type.value.kind;
  if (kind !== "list" && kind !== "map") return undefined;
  const span = spanOf(lowering, node);
  const { of, bindings } = nameFor(lowering, given, span);
  return { kind: "pairs", keys: kind === "list" ? indicesOf(of, span) : keysOf(of, span), of, bindings };
}

/** A name for a value that several expressions use, unless it is short. */
export function nameFor(
  lowering: Lowering,
  given: Expr,
  span: Span,
): { readonly of: Expr; readonly bindings: readonly Binding[] } {
  if (isCheap(given)) return { of: given, bindings: [] };
  if (given.kind === "coalesce" && isEmptyList(given.right)) {
    // The name stands for the list of the document, if it is one: a report names a position in it.
    const { of, bindings } = nameFor(lowering, given.left, span);
    return { of: { ...given, left: of }, bindings };
  }
  const name = freshName(lowering, given.type.value.kind === "map" ? "members" : "elements");
  return { of: { kind: "variable", name, type: given.type, span }, bindings: [{ name, value: given, span }] };
}

export function withBindings(bindings: readonly Binding[], body: Expr): Expr {
  return bindings.reduceRight((inner, { name, value, span }) => bind(name, value, inner, span), body);
}

export function indicesOf(list: Expr, span: Span): Expr {
  const type: Type = { value: { kind: "list", element: { kind: "int" } }, optional: list.type.optional };
  return { kind: "indices", list, type, span };
}

/** The pair for a key; what stands at a key that the map has is there. */
export function pairAt({ of }: Pick<Pairs, "of">, key: Expr, span: Span): Pair {
  return { kind: "pair", key, value: valueAt(of, key, span) };
}

export function valueAt(of: Expr, key: Expr, span: Span): Expr {
  return present(of.type.value.kind === "list" ? element(of, key, span) : entry(of, key, span));
}

/** A variable for the keys of pairs. */
export function keyVariable(
  lowering: Lowering,
  { keys }: Pick<Pairs, "keys">,
  hint: string,
  span: Span,
): Expr & { readonly kind: "variable" } {
  const type: Type = { value: elementType(keys.type.value), optional: false };
  return { kind: "variable", name: freshName(lowering, hint), type, span };
}

/** `Object.entries(map).filter(([key, value]) => …)` are pairs again. */
function filteredPairs(
  lowering: Lowering,
  node: CallExpression,
  receiver: Node,
  scope: Scope,
): Pairs | Expr | undefined {
  const pairs = pairsOf(lowering, receiver, scope);
  if (pairs === undefined || pairs.kind !== "pairs") return pairs;
  const span = spanOf(lowering, node);
  const key = keyVariable(lowering, pairs, pairs.of.type.value.kind === "list" ? "index" : "key", span);
  const body = conditionOf(lowering, node, "filter", [pairAt(pairs, key, span)], scope);
  if (isPoison(body)) return body;
  const keys: Expr = { kind: "filter", item: key.name, list: pairs.keys, body, type: pairs.keys.type, span };
  return { ...pairs, keys };
}

import { type CallExpression, Node } from "ts-morph";
import { element, optionalBool, present } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Type, type ValueType, elementType, optional } from "../ir/types.js";
import { type Callback, applyCallback, applyTest, callbackOf } from "./callback.js";
import {
  type Lowered,
  type Lowering,
  type Scope,
  freshName,
  isPoison,
  poison,
  refuse,
  spanOf,
  viewed,
} from "./lowering.js";
import { type Pairs, indicesOf, keyVariable, nameFor, pairAt, valueAt, withBindings } from "./pairs.js";
import { refuseUnordered } from "./order.js";
import { mappedIncludesRewrite } from "./rewrite/member.js";
import { findRewrite } from "./rewrite/search.js";

/** A method that calls a function for each element. */
export type IterationMethod = "some" | "every" | "filter" | "find" | "map" | "flatMap";

const methods: readonly string[] = ["some", "every", "filter", "find", "map", "flatMap"] satisfies IterationMethod[];

export function isIteration(method: string): method is IterationMethod {
  return methods.includes(method);
}

/** Lowers `list.some((element) => …)` and its like; with a second parameter, the positions are visited instead. */
export function lowerIteration(
  lowering: Lowering,
  node: CallExpression,
  method: IterationMethod,
  list: Expr,
  scope: Scope,
): Expr {
  const callback = callbackOf(lowering, node, method, 2);
  if (callback === undefined) return poison(lowering, node);
  const [parameter, index] = callback.fn.getParameters();
  if (index !== undefined) return overPositions(lowering, node, method, list, callback, scope);
  const span = spanOf(lowering, node);
  const name = parameter && Node.isIdentifier(parameter.getNameNode()) ? parameter.getName() : "item";
  const item = freshName(lowering, name);
  const type: Type = { value: elementType(list.type.value), optional: false };
  const variable: Expr = { kind: "variable", name: item, type, span: parameter ? spanOf(lowering, parameter) : span };
  return iterated(lowering, node, method, list, item, callback, [{ kind: "value", expr: variable }], scope);
}

/** Lowers `Object.entries(map).some(([key, value]) => …)` and its like. */
export function lowerPairsIteration(
  lowering: Lowering,
  node: CallExpression,
  method: IterationMethod,
  pairs: Pairs,
  scope: Scope,
): Expr {
  const callback = callbackOf(lowering, node, method, 1);
  if (callback === undefined) return poison(lowering, node);
  if (method === "find" || method === "filter") {
    const instead = "find the key instead: `Object.keys(map)`; a pair cannot be a value";
    return refuse(lowering, "expression", node, { what: `\`${method}\` on pairs`, instead }, findRewrite(node));
  }
  const span = spanOf(lowering, node);
  const key = keyVariable(lowering, pairs, pairs.of.type.value.kind === "list" ? "index" : "key", span);
  const args: readonly Lowered[] = [pairAt(pairs, key, span)];
  const result = iterated(lowering, node, method, pairs.keys, key.name, callback, args, scope);
  return isPoison(result) ? result : withBindings(pairs.bindings, result);
}

function overPositions(
  lowering: Lowering,
  node: CallExpression,
  method: IterationMethod,
  list: Expr,
  callback: Callback,
  scope: Scope,
): Expr {
  const unordered = refuseUnordered(lowering, node, list);
  if (unordered !== undefined) return unordered;
  const span = spanOf(lowering, node);
  const { of, bindings } = nameFor(lowering, list, span);
  const keys = indicesOf(of, span);
  const name = callback.fn.getParameters()[1]?.getNameNode();
  const index = keyVariable(lowering, { keys }, name && Node.isIdentifier(name) ? name.getText() : "index", span);
  const value = valueAt(of, index, span);
  const args: readonly Lowered[] = [
    { kind: "value", expr: value },
    { kind: "value", expr: index },
  ];
  const result = iterated(lowering, node, method, keys, index.name, callback, args, scope);
  if (isPoison(result)) return result;
  const shown =
    method === "filter"
      ? mapped(lowering, result, index.name, value, list.type)
      : method === "find"
        ? element(of, result, span)
        : result;
  return withBindings(bindings, shown);
}

// The elements at the positions that are left.
function mapped(lowering: Lowering, positions: Expr, index: string, value: Expr, type: Type): Expr {
  const item = freshName(lowering, index);
  const at: Expr = {
    kind: "variable",
    name: item,
    type: { value: { kind: "int" }, optional: false },
    span: value.span,
  };
  const body: Expr = value.kind === "element" ? { ...value, index: at } : value;
  return { kind: "map", item, list: positions, body, type, span: positions.span };
}

function iterated(
  lowering: Lowering,
  node: CallExpression,
  method: IterationMethod,
  list: Expr,
  item: string,
  callback: Callback,
  args: readonly Lowered[],
  scope: Scope,
): Expr {
  const span = spanOf(lowering, node);
  if (method === "map" || method === "flatMap") {
    const body = applyCallback(lowering, callback, args, scope);
    if (isPoison(body)) return body;
    return method === "map" ? map(lowering, node, list, item, body) : flatMap(lowering, node, list, item, body);
  }
  const body = applyTest(lowering, callback, args, scope);
  if (isPoison(body)) return body;
  switch (method) {
    case "filter":
      return over(lowering, list, (of) => ({ kind: "filter", item, list: of, body, type: of.type, span }));
    case "find": {
      const unordered = refuseUnordered(lowering, node, list, findRewrite(node));
      const type: Type = optional({ value: elementType(list.type.value), optional: false });
      return unordered ?? { kind: "find", item, list: viewed(lowering, list), body, type, span };
    }
    case "some":
    case "every":
      return quantified(lowering, method, item, list, body, span);
  }
}

/** A quantifier. Over a flattened list it is two, and over several lists one for each where they are flattened. */
export function quantified(
  lowering: Lowering,
  quantifier: "some" | "every",
  item: string,
  given: Expr,
  body: Expr,
  span: Expr["span"],
): Expr {
  const flat = viewed(lowering, given);
  if (flat.kind === "flatMap") {
    const inner = quantified(lowering, quantifier, item, flat.body, body, span);
    return quantified(lowering, quantifier, flat.item, flat.list, inner, span);
  }
  return { kind: "quantified", quantifier, item, list: given, body, type: optionalBool(given.type), span };
}

/** What is made of a list, made below where the list is flattened: engines flatten lists at a price. */
function over(lowering: Lowering, given: Expr, make: (list: Expr) => Expr): Expr {
  const flat = viewed(lowering, given);
  if (flat.kind !== "flatMap") return make(given);
  const body = over(lowering, flat.body, make);
  return { ...flat, body, type: { ...body.type, optional: flat.type.optional } };
}

function map(lowering: Lowering, node: CallExpression, list: Expr, item: string, body: Expr): Expr {
  if (body.type.optional)
    return refuse(lowering, "optionalElement", node, { method: "map" }, mappedIncludesRewrite(node));
  return over(lowering, list, (of) => ({
    kind: "map",
    item,
    list: of,
    body: present(body),
    type: { value: listOf(body.type.value, of), optional: of.type.optional },
    span: spanOf(lowering, node),
  }));
}

function flatMap(lowering: Lowering, node: CallExpression, list: Expr, item: string, body: Expr): Expr {
  if (body.type.optional) return refuse(lowering, "optionalElement", node, { method: "flatMap" });
  if (body.type.value.kind !== "list") return map(lowering, node, list, item, body);
  const element = body.type.value.element;
  const isUnordered = body.type.value.unordered === true;
  return over(lowering, list, (of) => ({
    kind: "flatMap",
    item,
    list: of,
    body,
    type: {
      value: isUnordered ? { kind: "list", element, unordered: true } : listOf(element, of),
      optional: of.type.optional,
    },
    span: spanOf(lowering, node),
  }));
}

/** A list whose elements come in the order of another one. */
function listOf(element: ValueType, from: Expr): ValueType {
  const isUnordered = from.type.value.kind === "list" && from.type.value.unordered === true;
  return { kind: "list", element, ...(isUnordered ? { unordered: true as const } : {}) };
}

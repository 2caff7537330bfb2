import { type CallExpression, Node } from "ts-morph";
import { optionalBool, present } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Type, elementType, isScalar, optional, propagating } from "../ir/types.js";
import { refuseTruth } from "./conditional.js";
import { declarationOf } from "./constant.js";
import { functionOf } from "./call.js";
import { type Inlinable, applyFunction, enclosingScope, isInlinable } from "./function.js";
import { type Lowering, type Scope, freshName, isPoison, refuse, sourceText, spanOf, viewed } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { isMutatingCall } from "../check/mutation.js";
import { unwrapped } from "./transparent.js";
import { typeNoun } from "./types.js";

/** Lowers a method call on a list. */
export function lowerListMethod(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  list: Expr,
  scope: Scope,
): Expr {
  switch (method) {
    case "some":
    case "every":
    case "filter":
    case "find":
    case "map":
      return lowerWithCallback(lowering, node, method, list, scope);
    case "includes":
    case "has":
      return lowerIncludes(lowering, node, list, scope);
    default:
      if (isMutatingCall(node)) return refuse(lowering, "assignment", node, { text: sourceText(node) });
      return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) });
  }
}

type CallbackMethod = "some" | "every" | "filter" | "find" | "map";

function lowerWithCallback(
  lowering: Lowering,
  node: CallExpression,
  method: CallbackMethod,
  list: Expr,
  scope: Scope,
): Expr {
  const [argument, ...others] = node.getArguments();
  const callback = argument && callbackOf(argument);
  const [parameter, ...more] = callback?.getParameters() ?? [];
  if (
    argument === undefined ||
    callback === undefined ||
    others.length > 0 ||
    more.length > 0 ||
    parameter?.isRestParameter()
  ) {
    return refuse(lowering, "callback", argument ?? node, { method });
  }
  const span = spanOf(lowering, node);
  const name = parameter && Node.isIdentifier(parameter.getNameNode()) ? parameter.getName() : "item";
  const item = freshName(lowering, name);
  const type: Type = { value: elementType(list.type.value), optional: false };
  const element: Expr = { kind: "variable", name: item, type, span: parameter ? spanOf(lowering, parameter) : span };
  // A callback written in place sees the names around it; a named function sees what surrounds its declaration.
  const outer = enclosingScope(callback, scope);
  const body = applyFunction(lowering, callback, [{ kind: "value", expr: element }], outer, argument);
  if (isPoison(body)) return body;
  if (method === "map") return lowerMap(lowering, node, list, item, body);
  if (body.type.value.kind !== "bool" && body.type.value.kind !== "none") {
    return refuseTruth(lowering, resultOf(callback) ?? argument, body.type);
  }
  if (method === "filter") return { kind: "filter", item, list, body, type: list.type, span };
  if (method === "find") return { kind: "find", item, list: viewed(lowering, list), body, type: optional(type), span };
  return { kind: "quantified", quantifier: method, item, list, body, type: optionalBool(list.type), span };
}

// What an arrow function gives, where that is one expression.
function resultOf(callback: Inlinable): Node | undefined {
  const body = callback.getBody();
  return body === undefined || Node.isBlock(body) ? undefined : body;
}

function lowerMap(lowering: Lowering, node: CallExpression, list: Expr, item: string, body: Expr): Expr {
  if (body.type.optional) return refuse(lowering, "optionalElement", node, { method: "map" });
  const type: Type = { value: { kind: "list", element: body.type.value }, optional: list.type.optional };
  return { kind: "map", item, list, body: present(body), type, span: spanOf(lowering, node) };
}

function callbackOf(node: Node) {
  const inner = unwrapped(node);
  if (isInlinable(inner)) return inner;
  if (!Node.isIdentifier(inner)) return undefined;
  const declaration = declarationOf(inner);
  const body = declaration && functionOf(declaration);
  return body && isInlinable(body) ? body : undefined;
}

function lowerIncludes(lowering: Lowering, node: CallExpression, list: Expr, scope: Scope): Expr {
  const [argument, second] = node.getArguments();
  if (argument === undefined || second !== undefined) {
    return refuse(lowering, "expression", node, { what: "`includes` with a start", instead: "give the value alone" });
  }
  const value = lowerExpression(lowering, argument, scope);
  if (isPoison(value)) return value;
  const inList = elementType(list.type.value);
  const scalar = (type: Type["value"]) => isScalar(type) || type.kind === "intOrString" || type.kind === "none";
  if (!scalar(value.type.value) || !(scalar(inList) || isEmptyList(list))) {
    return refuse(lowering, "comparison", node, {
      operator: "includes",
      left: typeNoun({ value: inList, optional: false }),
      right: typeNoun(value.type),
    });
  }
  return {
    kind: "includes",
    list,
    value,
    type: propagating(optionalBool(list.type), list.type),
    span: spanOf(lowering, node),
  };
}

/** A list written without elements: it says of no type that it holds. */
export function isEmptyList(list: Expr): boolean {
  return list.kind === "list" && list.elements.length === 0;
}

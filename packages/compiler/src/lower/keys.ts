import type { CallExpression, Node } from "ts-morph";
import { entry, isNone, literal, not, present } from "../ir/build.js";
import type { Expr, Span } from "../ir/nodes.js";
import { type Type, elementType } from "../ir/types.js";
import { type Lowering, type Scope, firstPoison, freshName, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { typeNoun } from "./types.js";

/** The keys of a map. A constant one has them in the order in which it is written. */
export function keysOf(of: Expr, span: Span): Expr {
  const element = { kind: "string" } as const;
  if (of.kind === "table") {
    const elements = of.entries.map(({ key }) => literal(key, span));
    return { kind: "list", elements, type: { value: { kind: "list", element }, optional: false }, span };
  }
  const type: Type = { value: { kind: "list", element, unordered: true }, optional: of.type.optional };
  return { kind: "keys", of, type, span };
}

/** Lowers a function of `Object`. */
export function lowerObjectFunction(lowering: Lowering, node: CallExpression, name: string, scope: Scope): Expr {
  const [argument, key] = node.getArguments();
  if (argument === undefined || !["keys", "values", "hasOwn", "freeze", "entries"].includes(name)) {
    return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) });
  }
  const of = lowerExpression(lowering, argument, scope);
  if (isPoison(of)) return of;
  if (name === "freeze") return of;
  const span = spanOf(lowering, node);
  if (of.type.value.kind !== "map") {
    return refuse(lowering, "opaque", argument, {
      text: sourceText(argument),
      type: typeNoun(of.type),
      use: `given to \`Object.${name}\`; only maps have keys, of an object test the members by name`,
    });
  }
  switch (name) {
    case "keys":
      return keysOf(of, span);
    case "values":
      return valuesOf(lowering, of, span);
    case "hasOwn":
      return key === undefined
        ? refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) })
        : hasKey(lowering, of, lowerExpression(lowering, key, scope), node);
    default:
      return refuse(lowering, "opaque", node, {
        text: sourceText(node),
        type: "a list of pairs",
        use: "used here; call `some`, `every`, `filter` or `map` on it, or iterate it with `for … of`",
      });
  }
}

/** Whether a map has a key. */
export function hasKey(lowering: Lowering, of: Expr, key: Expr, node: Node): Expr {
  const poisoned = firstPoison(of, key);
  if (poisoned !== undefined) return poisoned;
  const span = spanOf(lowering, node);
  if (key.type.value.kind === "string" && !key.type.optional) return not(isNone(entry(of, key, span), span), span);
  return refuse(lowering, "opaque", node, {
    text: sourceText(node),
    type: typeNoun(key.type),
    use: "a key; keys are texts",
  });
}

function valuesOf(lowering: Lowering, of: Expr, span: Span): Expr {
  const keys = keysOf(of, span);
  const element = elementType(of.type.value);
  if (of.kind === "table") {
    const elements = of.entries.map(({ value }) => value);
    return { kind: "list", elements, type: { value: { kind: "list", element }, optional: false }, span };
  }
  const item = freshName(lowering, "key");
  const key: Expr = { kind: "variable", name: item, type: { value: { kind: "string" }, optional: false }, span };
  const type: Type = { value: { kind: "list", element, unordered: true }, optional: of.type.optional };
  return { kind: "map", item, list: keys, body: present(entry(of, key, span)), type, span };
}

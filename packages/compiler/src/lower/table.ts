import {
  type CallExpression,
  type ElementAccessExpression,
  type NewExpression,
  Node,
  type ObjectLiteralExpression,
  SyntaxKind,
} from "ts-morph";
import { entry, isNone, literal, not } from "../ir/build.js";
import type { Expr, Table } from "../ir/nodes.js";
import { type Type, type ValueType, string } from "../ir/types.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerText } from "./literal.js";
import { lowerExpression } from "./registry.js";
import { replaced } from "./rewrite/edit.js";
import { computedKeyRewrite } from "./rewrite/member.js";
import { numberOf } from "./numeric-literal.js";
import { unwrapped } from "./transparent.js";
import { joinTypes, typeNoun } from "./types.js";
import { isGlobal } from "./global.js";
import { isKnownOwn } from "./own-key.js";

type Entries = Table["entries"];

/** An object literal: a map of what is written in it. */
export function lowerObjectLiteral(lowering: Lowering, node: ObjectLiteralExpression, scope: Scope): Expr {
  const members = new Map<string, Expr>();
  for (const property of node.getProperties()) {
    const isPlain = Node.isPropertyAssignment(property) || Node.isShorthandPropertyAssignment(property);
    const key = isPlain ? keyOf(property.getNameNode()) : undefined;
    if (key === undefined || key === "__proto__") {
      const what = {
        what: `\`${sourceText(property)}\` in an object literal`,
        instead: "write each member with its name and its value: `{ name: value }`",
      };
      return refuse(lowering, "expression", property, what, computedKeyRewrite(property));
    }
    const value = Node.isPropertyAssignment(property) ? property.getInitializerOrThrow() : property;
    const text = lowerText(lowering, property, key);
    const member = memberValue(lowering, value, scope);
    if (isPoison(text) || isPoison(member)) return firstPoison(text, member) ?? member;
    if (member.type.optional) return refuse(lowering, "optionalElement", value, { method: "{…}" });
    members.set(key, member);
  }
  // Integers come first in JavaScript, however they are written.
  const order = Object.keys(Object.fromEntries([...members.keys()].map((key) => [key, true])));
  const entries = order.flatMap((key) => {
    const value = members.get(key);
    return value === undefined ? [] : [{ key, value }];
  });
  return tableOf(entries, true, spanOf(lowering, node));
}

function memberValue(lowering: Lowering, property: Node, scope: Scope): Expr {
  if (!Node.isShorthandPropertyAssignment(property)) return lowerExpression(lowering, property, scope);
  const symbol = property.getValueSymbol();
  const bound = symbol && scope.get(symbol.compilerSymbol);
  if (bound?.kind === "value") return bound.expr;
  const instead = `write \`${property.getName()}: ${property.getName()}\``;
  return refuse(lowering, "expression", property, { what: "this shorthand", instead });
}

function keyOf(name: Node): string | undefined {
  if (Node.isIdentifier(name)) return name.getText();
  if (Node.isStringLiteral(name) || Node.isNoSubstitutionTemplateLiteral(name)) return name.getLiteralText();
  return Node.isNumericLiteral(name) ? String(numberOf(name)) : undefined;
}

function tableOf(entries: Entries, named: boolean, span: Expr["span"]): Expr {
  const values = entries.map(({ value }) => value.type.value);
  const element = joinMaps(values) ?? joinTypes(values);
  const members = Object.fromEntries(entries.map(({ key, value }) => [key, value.type.value]));
  const value: ValueType = {
    kind: "map",
    element: element.kind === "none" ? { kind: "json" } : element,
    ...(named ? { members } : {}),
  };
  return { kind: "table", entries, type: { value, optional: false }, span };
}

/** The type of several object literals: the members that all of them have. */
export function joinMaps(types: readonly ValueType[]): ValueType | undefined {
  const maps = types.flatMap((type) => (type.kind === "map" && type.members !== undefined ? [type] : []));
  const [first, ...others] = maps;
  if (first === undefined || maps.length !== types.length) return undefined;
  const shared = Object.entries(first.members ?? {}).flatMap(([name, type]): [string, ValueType][] => {
    const all = [type, ...others.map(({ members = {} }) => (Object.hasOwn(members, name) ? members[name] : undefined))];
    const known = all.filter((member) => member !== undefined);
    return known.length === all.length ? [[name, joinMaps(known) ?? joinTypes(known)]] : [];
  });
  return { kind: "map", element: joinTypes(maps.map(({ element }) => element)), members: Object.fromEntries(shared) };
}

/** `new Map([["web", 3]])`, `new Map(Object.entries({ web: 3 }))`. */
export function lowerMap(lowering: Lowering, node: NewExpression, argument: Node, scope: Scope): Expr {
  const given = unwrapped(argument);
  const span = spanOf(lowering, node);
  if (isEntriesCall(given)) {
    const [object] = given.getArguments();
    const table = object && lowerExpression(lowering, object, scope);
    if (table !== undefined && isPoison(table)) return table;
    if (table?.kind === "table") return tableOf(table.entries, false, span);
  }
  const pairs = Node.isArrayLiteralExpression(given) ? given.getElements().map(unwrapped) : [undefined];
  const entries = new Map<string, Expr>();
  for (const pair of pairs) {
    const [keyNode, valueNode] = pair && Node.isArrayLiteralExpression(pair) ? pair.getElements() : [];
    const key = keyNode && lowerExpression(lowering, keyNode, scope);
    const value = valueNode && lowerExpression(lowering, valueNode, scope);
    if (key !== undefined && value !== undefined && firstPoison(key, value) !== undefined)
      return firstPoison(key, value) ?? key;
    if (key?.kind !== "literal" || typeof key.value !== "string" || value === undefined || value.type.optional) {
      return refuse(lowering, "expression", pair ?? argument, {
        what: "an entry that is no constant pair",
        instead: 'write each entry out: `new Map([["key", value]])`',
      });
    }
    entries.set(key.value, value);
  }
  return tableOf(
    [...entries].map(([key, value]) => ({ key, value })),
    false,
    span,
  );
}

function isEntriesCall(node: Node): node is CallExpression {
  if (!Node.isCallExpression(node)) return false;
  const callee = node.getExpression();
  return (
    Node.isPropertyAccessExpression(callee) &&
    callee.getName() === "entries" &&
    isGlobal(callee.getExpression(), "Object")
  );
}

/** `map.get(key)` and `map.has(key)` of a `Map`. */
export function lowerMapMethod(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  map: Expr,
  scope: Scope,
): Expr {
  const [argument, ...others] = node.getArguments();
  if ((method !== "get" && method !== "has") || argument === undefined || others.length > 0)
    return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) });
  const key = lowerExpression(lowering, argument, scope);
  if (isPoison(key)) return key;
  const span = spanOf(lowering, node);
  if (key.type.value.kind !== "string") {
    return refuse(lowering, "opaque", argument, { text: sourceText(argument), type: typeNoun(key.type), use: "a key" });
  }
  const found = entry(map, key, span);
  return method === "get" ? found : not(isNone(found, span), span);
}

/** A member that an object literal is known to have, by name. */
export function tableMember(of: Expr, name: string, span: Expr["span"]): Expr | undefined {
  if (of.kind === "table") return of.entries.find(({ key }) => key === name)?.value ?? literal(null, span);
  const { value } = of.type;
  if (value.kind !== "map" || value.members === undefined || !Object.hasOwn(value.members, name)) return undefined;
  const type = value.members[name];
  if (type === undefined) return undefined;
  const made: Type = { value: type, optional: true };
  return { kind: "entry", of, key: { kind: "literal", value: name, type: string, span }, type: made, span };
}

/**
 * Refuses a look-up in an object literal by a key that it may not have: there, JavaScript finds what every object inherits
 * (`limits["constructor"]`). After `Object.hasOwn` the key is known to be its own.
 */
export function refuseLookup(lowering: Lowering, node: ElementAccessExpression, of: Expr): Expr | undefined {
  const { value } = of.type;
  if (value.kind !== "map" || value.members === undefined) return undefined;
  return isKnownOwn(node) ? undefined : refuseOwnKey(lowering, node);
}

function refuseOwnKey(lowering: Lowering, node: ElementAccessExpression): Expr {
  const object = node.getExpression();
  const key = node.getArgumentExpressionOrThrow().getText();
  const defaulted = unwrapped(object);
  const isDefaulted =
    Node.isBinaryExpression(defaulted) &&
    defaulted.getOperatorToken().getKind() === SyntaxKind.QuestionQuestionToken &&
    unwrapped(defaulted.getRight()).getText() === "{}";
  const own = unwrapped(object).getText();
  const instead = isDefaulted
    ? `${defaulted.getLeft().getText()}?.[${key}]`
    : `(Object.hasOwn(${own}, ${key}) ? ${own}[${key}] : undefined)`;
  return refuse(lowering, "lookup", node, { text: sourceText(node), instead }, replaced(node, instead));
}

/** Refuses a constant key that an object literal has from `Object.prototype`. */
export function refuseInherited(lowering: Lowering, node: Node, of: Expr, name: string): Expr | undefined {
  const { value } = of.type;
  if (value.kind !== "map" || value.members === undefined || !(name in Object.prototype)) return undefined;
  if (Node.isElementAccessExpression(node)) return refuseOwnKey(lowering, node);
  const instead = `Object.hasOwn(…, ${JSON.stringify(name)})`;
  return refuse(lowering, "lookup", node, { text: sourceText(node), instead });
}

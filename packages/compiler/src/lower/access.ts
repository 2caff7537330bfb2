import {
  type ElementAccessExpression,
  type Identifier,
  Node,
  type PropertyAccessExpression,
  type Symbol as MorphSymbol,
  type Type as TsType,
} from "ts-morph";
import { fieldFacts } from "@writ/sdk/fields";
import { intrinsicRecordFields } from "../intrinsics/table.js";
import { element, entry, field, literal, present } from "../ir/build.js";
import type { DeclaredField, Expr, RootName, Span } from "../ir/nodes.js";
import { type Type, elementType, int, propagating, string } from "../ir/types.js";
import { lowerConstant } from "./constant.js";
import { enumMember, lowerEnumMember } from "./enum.js";
import { refuseUnordered } from "./order.js";
import { pairsOf, withBindings } from "./pairs.js";
import { refuseInherited, refuseLookup, tableMember } from "./table.js";
import {
  type Lowered,
  type Lowering,
  type Scope,
  freshName,
  isPoison,
  refuse,
  sourceText,
  spanOf,
  viewed,
} from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { textLengthRewrite } from "./rewrite/intrinsic-call.js";
import { namedMemberRewrite } from "./rewrite/member.js";
import { indexedTextRewrite } from "./rewrite/search.js";
import { effectiveOf, isEffectiveCall, readEffective } from "./security-context.js";
import { isUndefined, unwrapped } from "./transparent.js";
import { type Member, memberOf, typeNoun } from "./types.js";

/** Lowers an expression that may stand for the context or a part of it that is no value. */
export function lowerAny(lowering: Lowering, node: Node, scope: Scope): Lowered {
  const inner = unwrapped(node);
  const pairs = pairsOf(lowering, inner, scope);
  if (pairs !== undefined) return pairs.kind === "pairs" ? pairs : { kind: "value", expr: pairs };
  if (Node.isIdentifier(inner)) {
    const bound = boundTo(inner, scope);
    if (bound !== undefined && bound.kind !== "value") return bound;
  }
  if (isEffectiveCall(inner)) return effectiveOf(lowering, inner, scope);
  if (Node.isPropertyAccessExpression(inner) && enumMember(inner) === undefined) {
    const base = lowerAny(lowering, inner.getExpression(), scope);
    if (base.kind !== "value")
      return readMember(lowering, base, inner.getName(), inner.getExpression().getType(), inner);
  }
  return { kind: "value", expr: lowerExpression(lowering, node, scope) };
}

function boundTo(node: Identifier, scope: Scope): Lowered | undefined {
  const symbol = node.getSymbol();
  return symbol && scope.get(symbol.compilerSymbol);
}

export function lowerIdentifier(lowering: Lowering, node: Identifier, scope: Scope): Expr {
  if (isUndefined(node)) return literal(null, spanOf(lowering, node));
  const bound = boundTo(node, scope);
  if (bound === undefined) return lowerConstant(lowering, node);
  return narrowed(valueOf(lowering, bound, node), node);
}

const opaqueNouns = {
  context: "the context",
  params: "the set of parameters",
  effective: "a merged security context",
} as const;

/** The value, or a diagnostic for what is no value. */
export function valueOf(lowering: Lowering, lowered: Lowered, node: Node): Expr {
  switch (lowered.kind) {
    case "value":
      return lowered.expr;
    case "report":
      return refuse(lowering, "reportUse", node, {});
    case "pairs":
    case "pair":
      return refuse(lowering, "opaque", node, {
        text: sourceText(node),
        type: lowered.kind === "pair" ? "a key with its value" : "a list of pairs",
        use: "used as a value; take it apart: `([key, value]) => …`",
      });
    case "context":
    case "params":
    case "effective":
      return refuse(lowering, "opaque", node, {
        text: sourceText(node),
        type: opaqueNouns[lowered.kind],
        use: "used as a value; read one of its members",
      });
  }
}

/** The value as the type checker knows it: by control flow it may not be absent here; the guard that told it is part of the rule. */
export function narrowed(expr: Expr, node: Node): Expr {
  if (isPoison(expr)) return expr;
  const told = toldApart(expr, node.getType());
  return told.type.optional && isKnownPresent(node.getType()) ? present(told) : told;
}

// After `typeof`, the type checker knows which of several types a value has.
function toldApart(expr: Expr, type: TsType): Expr {
  const { value } = expr.type;
  if (value.kind !== "intOrString" && value.kind !== "json") return expr;
  const known = type.getNonNullableType();
  const kind = isOf(known, "isString", "isStringLiteral")
    ? "string"
    : isOf(known, "isBoolean", "isBooleanLiteral")
      ? "bool"
      : value.kind === "intOrString" && isOf(known, "isNumber", "isNumberLiteral")
        ? "int"
        : undefined;
  return kind === undefined ? expr : { ...expr, type: { ...expr.type, value: { kind } } };
}

function isOf(
  type: TsType,
  wide: "isString" | "isNumber" | "isBoolean",
  literal: "isStringLiteral" | "isNumberLiteral" | "isBooleanLiteral",
): boolean {
  const parts = type.isUnion() && !type.isBoolean() ? type.getUnionTypes() : [type];
  return parts.every((part) => part[wide]() || part[literal]());
}

// `any`, `unknown` and type parameters may be absent too: only what stays as it is without `undefined` and `null` cannot be.
function isKnownPresent(type: TsType): boolean {
  return !type.isAny() && type.getNonNullableType().compilerType === type.compilerType;
}

export function lowerPropertyAccess(lowering: Lowering, node: PropertyAccessExpression, scope: Scope): Expr {
  const member = enumMember(node);
  const constant = member && lowerEnumMember(lowering, node, member);
  if (constant !== undefined) return constant;
  const base = lowerAny(lowering, node.getExpression(), scope);
  const read = readMember(lowering, base, node.getName(), node.getExpression().getType(), node);
  return narrowed(valueOf(lowering, read, node), node);
}

export function lowerElementAccess(lowering: Lowering, node: ElementAccessExpression, scope: Scope): Expr {
  const argument = node.getArgumentExpression();
  const member = enumMember(node);
  const constant = member && lowerEnumMember(lowering, node, member);
  if (constant !== undefined) return constant;
  const base = lowerAny(lowering, node.getExpression(), scope);
  if (argument === undefined)
    return refuse(lowering, "expression", node, { what: "an empty index", instead: "name an element" });
  if (base.kind === "pair") {
    const position = unwrapped(argument).getText();
    if (position === "0" || position === "1") return narrowed(position === "0" ? base.key : base.value, node);
  }
  if (base.kind !== "value" || base.expr.type.value.kind === "record") {
    const key = unwrapped(argument);
    if (!Node.isStringLiteral(key)) {
      return refuse(
        lowering,
        "expression",
        node,
        { what: "a computed field name", instead: "name the field" },
        namedMemberRewrite(node),
      );
    }
    const read = readMember(lowering, base, key.getLiteralText(), node.getExpression().getType(), node);
    return narrowed(valueOf(lowering, read, node), node);
  }
  const { expr } = base;
  if (isPoison(expr)) return expr;
  const index = lowerExpression(lowering, argument, scope);
  const span = spanOf(lowering, node);
  if (isPoison(index)) return index;
  if (expr.type.value.kind === "map" && index.type.value.kind === "string") {
    if (index.kind === "literal")
      return narrowed(readValueMember(lowering, expr, String(index.value), node.getType(), node), node);
    return refuseLookup(lowering, node, expr) ?? narrowed(entry(expr, index, span), node);
  }
  if (expr.type.value.kind === "list" && index.type.value.kind === "int") {
    const isFirst = index.kind === "literal" && index.value === 0;
    const unordered = refuseUnordered(lowering, node, expr);
    if (unordered !== undefined) return unordered;
    const first = isFirst ? firstOf(lowering, expr, span) : undefined;
    return narrowed(first ?? element(expr, index, span), node);
  }
  const text = sourceText(node.getExpression());
  const use = "indexed by this value; lists take an integer from 0, maps a text";
  const rewrite = expr.type.value.kind === "string" ? indexedTextRewrite(node) : undefined;
  return refuse(lowering, "opaque", node, { text, type: typeNoun(expr.type), use }, rewrite);
}

// The first of a list that is put together is found in it, and so keeps its place in the document.
export function firstOf(lowering: Lowering, given: Expr, span: Span): Expr | undefined {
  const list = viewed(lowering, given);
  if (list.kind !== "filter" && list.kind !== "containers") return undefined;
  const type: Type = { value: elementType(list.type.value), optional: true };
  if (list.kind === "filter") return { kind: "find", item: list.item, list: list.list, body: list.body, type, span };
  return { kind: "find", item: freshName(lowering, "first"), list, body: literal(true, span), type, span };
}

/** Reads a member by name: of the context, of the view of a Pod, or of a value. */
export function readMember(lowering: Lowering, base: Lowered, name: string, baseType: TsType, node: Node): Lowered {
  switch (base.kind) {
    case "context":
      return readContext(lowering, base, name, node);
    case "params": {
      const type = lowering.params.get(name);
      if (type === undefined) return value(refuse(lowering, "unknownName", node, { name: sourceText(node) }));
      return value({ kind: "param", name, type, span: spanOf(lowering, node) });
    }
    case "report":
      return value(refuse(lowering, "reportUse", node, {}));
    case "effective":
      return readEffective(lowering, base, name, node);
    case "pairs":
      if (name === "length") return value(withBindings(base.bindings, lengthOf(base.keys, spanOf(lowering, node))));
      return value(valueOf(lowering, base, node));
    case "pair":
      return value(valueOf(lowering, base, node));
    case "value":
      return value(readValueMember(lowering, base.expr, name, baseType, node));
  }
}

function lengthOf(list: Expr, span: Span): Expr {
  return { kind: "length", list, type: propagating(int, list.type), span };
}

const value = (expr: Expr): Lowered => ({ kind: "value", expr });

function readContext(
  lowering: Lowering,
  context: Extract<Lowered, { kind: "context" }>,
  name: string,
  node: Node,
): Lowered {
  const span = spanOf(lowering, node);
  const root = (of: RootName, type: Type): Lowered => value({ kind: "root", root: of, type, span });
  switch (name) {
    case "params":
      return { kind: "params" };
    case "report":
      return { kind: "report" };
    case "operation":
      return root("operation", string);
    case "namespace":
      return root("namespace", { value: { kind: "record", model: "NamespaceContext" }, optional: true });
    case "oldObject":
      return root(context.view === "pod" ? "oldPod" : "oldObject", { ...context.subject, optional: true });
    default:
      return value(refuse(lowering, "unknownName", node, { name: sourceText(node) }));
  }
}

function readValueMember(lowering: Lowering, of: Expr, name: string, baseType: TsType, node: Node): Expr {
  const span = spanOf(lowering, node);
  const type = of.type.value;
  if (isPoison(of)) return of;
  if (type.kind === "list" && (name === "length" || name === "size")) return lengthOf(of, span);
  if (type.kind === "string" && name === "length") {
    const instead =
      "call `codePointLength(text)` of @writ/sdk; JavaScript counts UTF-16 units, the engines code points";
    return refuse(lowering, "expression", node, { what: "the length of a text", instead }, textLengthRewrite(node));
  }
  if (type.kind === "map" && name === "size" && type.members === undefined && of.kind === "table")
    return literal(of.entries.length, span);
  const own = tableMember(of, name, span);
  if (own !== undefined) return own;
  if (type.kind === "map") return refuseInherited(lowering, node, of, name) ?? entry(of, literal(name, span), span);
  if (type.kind === "record") return readField(lowering, of, type.model, name, baseType, node, span);
  return refuse(lowering, "opaque", node, {
    text: sourceText(node),
    type: `a member of ${typeNoun(of.type)}`,
    use: "read",
  });
}

function readField(
  lowering: Lowering,
  of: Expr,
  model: string,
  name: string,
  baseType: TsType,
  node: Node,
  span: Span,
): Expr {
  const known = intrinsicRecordFields(model);
  const made = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
  if (made !== undefined) return field(of, name, { type: made, zeroDropped: false }, span);
  const property = propertyOf(baseType, name);
  const member = property && memberOf(property);
  if (member === undefined) return refuse(lowering, "unknownName", node, { name: sourceText(node) });
  if (model === podView) return readPodView(of, name, member, span);
  const { kinds } = member;
  const isShared = of.kind !== "root" || kinds === undefined || lowering.kinds.every((kind) => kinds.includes(kind));
  // What the value is decides, not what the author's own interface says of it.
  const isDropped = member.zeroDropped || fieldFacts(model, name)?.zeroDropped === true;
  // A required member is never none: dropped at zero, it is read as that zero again.
  const zeroDropped = isDropped && member.type.optional;
  return field(of, name, { ...declaredOf(member), zeroDropped, ...(isShared ? {} : { kinds }) }, span);
}

function declaredOf({ type, zeroDropped, absentAs }: Member): DeclaredField {
  return { type, zeroDropped: zeroDropped && type.optional, ...(absentAs === undefined ? {} : { absentAs }) };
}

function propertyOf(type: TsType, name: string): MorphSymbol | undefined {
  return type.getNonNullableType().getProperty(name);
}

/** The model name of the view that `workloads()` gives. */
export const podView = "PodView";

function readPodView(of: Expr, name: string, member: Member, span: Span): Expr {
  const old = of.kind === "root" && of.root === "oldPod";
  if (name === "containers") {
    return { kind: "containers", of: old ? "oldPod" : "pod", type: propagating(member.type, of.type), span };
  }
  if (name === "resource") {
    const type: Type = { value: { kind: "record", model: "WorkloadResource" }, optional: of.type.optional };
    return { kind: "root", root: old ? "oldObject" : "object", type, span };
  }
  return field(of, name, declaredOf(member), span);
}

/** What the model says about the field that an expression reads, for the checks that concern the field itself. */
export function memberOfExpression(node: Node): Member | undefined {
  if (!Node.isPropertyAccessExpression(node)) return undefined;
  return memberNamed(node.getExpression().getType(), node.getName());
}

/** What the model says about a member of a type. */
export function memberNamed(type: TsType, name: string): Member | undefined {
  const property = propertyOf(type, name);
  return property && memberOf(property);
}

import type { DeclaredField, Expr, Span } from "./nodes.js";
import { type Type, type ValueType, bool, elementType, int, none, optional, propagating, required } from "./types.js";

/*
 * Constructors that keep types right and apply the simplifications that leave the meaning alone. They are what makes the
 * usual forms (`(x ?? false) === true`, `(xs ?? []).some(…)`, a helper of early returns) come out as one would write them.
 */

export function literal(value: null | boolean | number | string, span: Span): Expr {
  return { kind: "literal", value, type: literalType(value), span };
}

function literalType(value: null | boolean | number | string): Type {
  if (value === null) return none;
  if (typeof value === "boolean") return bool;
  if (typeof value === "string") return { value: { kind: "string" }, optional: false };
  return Number.isSafeInteger(value) ? int : { value: { kind: "number" }, optional: false };
}

export function isLiteral(expr: Expr, value: null | boolean): boolean {
  return expr.kind === "literal" && expr.value === value;
}

export function field(of: Expr, name: string, declared: DeclaredField, span: Span): Expr {
  return { kind: "field", of, name, declared, type: propagating(declared.type, of.type), span };
}

/** An element of a list. Of a constant list the one at a constant position is known; OPA refuses to look for one that is not there. */
export function element(of: Expr, index: Expr, span: Span): Expr {
  if (of.kind === "list" && index.kind === "literal" && typeof index.value === "number")
    return of.elements[index.value] ?? literal(null, span);
  return { kind: "element", of, index, type: { value: elementType(of.type.value), optional: true }, span };
}

/** A value of a map. Of a constant map the one at a constant key is known, as an element is. */
export function entry(of: Expr, key: Expr, span: Span): Expr {
  if (of.kind === "table" && key.kind === "literal")
    return of.entries.find((candidate) => candidate.key === key.value)?.value ?? literal(null, span);
  return { kind: "entry", of, key, type: { value: elementType(of.type.value), optional: true }, span };
}

export function not(operand: Expr, span: Span): Expr {
  if (operand.kind === "not" && !operand.operand.type.optional) return operand.operand;
  if (operand.kind === "literal") return literal(operand.value !== true, span);
  return { kind: "not", operand, type: bool, span };
}

export function and(operands: readonly Expr[], span: Span): Expr {
  const flat = upTo(
    operands.flatMap((operand) => (operand.kind === "and" ? operand.operands : [operand])),
    false,
  );
  // `x && true` is `x`, whatever `x` is: it is the last operand that was not true.
  const needed = flat.filter((operand) => !isLiteral(operand, true));
  const [only] = needed;
  if (only === undefined) return literal(true, span);
  if (needed.length === 1) return only;
  return { kind: "and", operands: needed, type: propagating(bool, ...needed.map((operand) => operand.type)), span };
}

export function or(operands: readonly Expr[], span: Span): Expr {
  const flat = upTo(
    operands.flatMap((operand) => (operand.kind === "or" ? operand.operands : [operand])),
    true,
  );
  const last = flat.at(-1);
  // Whichever operand is the value, it is true.
  if (last && isLiteral(last, true)) return literal(true, span);
  // A `false` before the end changes nothing; at the end it turns none into false, which only an optional operand could be.
  const needed = flat.filter((operand, index) => index === flat.length - 1 || !isLiteral(operand, false));
  const before = needed.at(-2);
  const shown = last && isLiteral(last, false) && before && !before.type.optional ? needed.slice(0, -1) : needed;
  const [only] = shown;
  if (only === undefined) return literal(false, span);
  if (shown.length === 1) return only;
  return { kind: "or", operands: shown, type: shown.at(-1)?.type ?? bool, span };
}

/** The operands up to the first that decides. */
function upTo(operands: readonly Expr[], decisive: boolean): readonly Expr[] {
  const index = operands.findIndex((operand) => isLiteral(operand, decisive));
  return index === -1 ? operands : operands.slice(0, index + 1);
}

/** `left === right`. A default that the other side excludes says nothing: `(x ?? false) === true` is `x === true`. */
export function equal(left: Expr, right: Expr, span: Span): Expr {
  if (left.kind === "literal" && right.kind === "literal") return literal(left.value === right.value, span);
  if (left.kind === "literal" && right.kind !== "literal") return equal(right, left, span);
  if (
    left.kind === "coalesce" &&
    left.right.kind === "literal" &&
    right.kind === "literal" &&
    right.value !== null &&
    left.right.value !== right.value
  ) {
    return equal(left.left, right, span);
  }
  // What a helper asks of its argument may be known where it is called; an engine that checks types refuses to compare it.
  if (isLiteral(right, null) && !left.type.optional) return literal(false, span);
  if (isLiteral(right, true) && left.type.value.kind === "bool" && !left.type.optional) return left;
  return { kind: "equal", left, right, type: bool, span };
}

/** Presence: `expr === undefined`. */
export function isNone(expr: Expr, span: Span): Expr {
  return equal(expr, literal(null, span), span);
}

/** `test ? then : otherwise`; branches that are constants become `&&` and `||`. */
export function conditional(test: Expr, then: Expr, otherwise: Expr, span: Span): Expr {
  const strict = test.type.optional ? equal(test, literal(true, span), span) : test;
  if (isLiteral(test, true)) return then;
  if (isLiteral(test, false)) return otherwise;
  if (isLiteral(then, true)) return or([strict, otherwise], span);
  if (isLiteral(then, false)) return and([not(test, span), otherwise], span);
  if (isLiteral(otherwise, false)) return and([strict, then], span);
  if (isLiteral(otherwise, true)) return or([not(test, span), then], span);
  const value = joinValue(then.type.value, otherwise.type.value);
  const type: Type = { value, optional: then.type.optional || otherwise.type.optional };
  return { kind: "conditional", test, then, otherwise, type, span };
}

export function coalesce(left: Expr, right: Expr, span: Span): Expr {
  if (!left.type.optional) return left;
  if (isLiteral(left, null)) return right;
  const value = joinValue(left.type.value, right.type.value);
  return { kind: "coalesce", left, right, type: { value, optional: right.type.optional }, span };
}

function joinValue(a: ValueType, b: ValueType): ValueType {
  if (a.kind === "none") return b;
  if (b.kind === "none" || a.kind === b.kind) {
    // An empty array literal has no element type of its own.
    if (a.kind === "list" && b.kind === "list" && a.element.kind === "json") return b;
    if (a.kind === "map" && b.kind === "map") return joinMaps(a, b);
    return a;
  }
  if (isOneOf(a, "int", "number") && isOneOf(b, "int", "number")) return { kind: "number" };
  if (isOneOf(a, "int", "string", "intOrString") && isOneOf(b, "int", "string", "intOrString"))
    return { kind: "intOrString" };
  if (isOneOf(a, "quantity", "string", "number", "int") && isOneOf(b, "quantity", "string", "number", "int"))
    return a.kind === "quantity" || b.kind === "quantity" ? { kind: "quantity" } : { kind: "json" };
  // What is unknown stays the same unknown: what was refused is not refused again.
  if (a.kind === "json") return a;
  return b.kind === "json" ? b : { kind: "json" };
}

type MapType = Extract<ValueType, { kind: "map" }>;

// Where one of two maps is written in the source, what is known of the other's members is nothing.
function joinMaps(a: MapType, b: MapType): ValueType {
  const element = a.element.kind === "json" ? b.element : a.element;
  if (a.members === undefined && b.members === undefined) return { kind: "map", element };
  return { kind: "map", element, members: {} };
}

function isOneOf(type: ValueType, ...kinds: readonly ValueType["kind"][]): boolean {
  return kinds.includes(type.kind);
}

/** Names a value for `body`, unless naming it is longer than the value. */
export function bind(name: string, value: Expr, body: Expr, span: Span): Expr {
  return { kind: "let", name, value, body, type: body.type, span };
}

/** The expression, known by the type checker not to be none here. */
export function present(expr: Expr): Expr {
  return expr.type.optional ? { ...expr, type: required(expr.type) } : expr;
}

function isConstant({ kind }: Expr): boolean {
  return kind === "literal" || kind === "list" || kind === "table";
}

/** Whether an expression is short and free to repeat: a name, a constant, or a read of the document. */
export function isCheap(expr: Expr): boolean {
  switch (expr.kind) {
    case "literal":
    case "variable":
    case "root":
    case "param":
    case "containers":
      return true;
    case "field":
      return isCheap(expr.of);
    case "list":
      return expr.elements.every(isCheap);
    case "table":
      return expr.entries.every((member) => isCheap(member.value));
    case "coalesce":
      return isCheap(expr.left) && isConstant(expr.right);
    default:
      return false;
  }
}

/** Whether an expression is a list written without elements: it says of no type that it holds. */
export function isEmptyList(expr: Expr): boolean {
  return expr.kind === "list" && expr.elements.length === 0;
}

export function optionalBool(receiver: Type): Type {
  return receiver.optional ? optional(bool) : bool;
}

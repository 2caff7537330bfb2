import { and as andExpr, isLiteral, isNone, not, or as orExpr } from "../../ir/build.js";
import { isComputedBool } from "../../ir/noneness.js";
import type { Equal, Expr, Includes, Or, Quantified, RegexTest, StringTest } from "../../ir/nodes.js";
import { type Body, type InfixOperator, type Term, call, expr, freeVariables, infix, nullTerm, scalar } from "./ast.js";
import { type Building, type Emitter, bindTerm, conditionHelper, negate, valueHelper } from "./emitter.js";
import { bindElement } from "./list.js";
import { asWritten, partial, total, zeroOf } from "./term.js";

/** Pushes statements that succeed exactly when the expression is true. */
export function holds(emitter: Emitter, e: Expr, body: Building): void {
  switch (e.kind) {
    case "literal":
      if (e.value !== true) body.push(expr(scalar(false)));
      return;
    case "not":
      refutes(emitter, e.operand, body);
      return;
    case "and":
      for (const operand of e.operands) holds(emitter, operand, body);
      return;
    case "or":
      holdsOr(emitter, e, body);
      return;
    case "equal":
      holdsEqual(emitter, e, body);
      return;
    case "compare":
      relate(emitter, body, e.operator, partial(emitter, e.left, body), partial(emitter, e.right, body));
      return;
    case "conditional": {
      const { test, then, otherwise, span } = e;
      holds(emitter, orExpr([andExpr([test, then], span), andExpr([not(test, span), otherwise], span)], span), body);
      return;
    }
    case "coalesce": {
      const fallback = andExpr([isNone(e.left, e.span), e.right], e.span);
      holds(emitter, isLiteral(e.right, false) ? e.left : orExpr([e.left, fallback], e.span), body);
      return;
    }
    case "let":
      emitter.variables.set(e.name, { term: bindTotal(emitter, e.name, e.value, body) });
      holds(emitter, e.body, body);
      return;
    case "quantified":
      holdsQuantified(emitter, e, body);
      return;
    case "includes":
      holdsIncludes(emitter, e, body);
      return;
    case "stringTest":
      holdsStringTest(emitter, e, body);
      return;
    case "regexTest":
      holdsRegexTest(emitter, e, body);
      return;
    case "typeTest":
      body.push(expr(call(typeFunctions[e.test], partial(emitter, e.operand, body))));
      return;
    default:
      body.push(expr(truth(partial(emitter, e, body), e)));
  }
}

/** Pushes statements that succeed exactly when the expression is not true: false, or none. */
export function refutes(emitter: Emitter, e: Expr, body: Building): void {
  switch (e.kind) {
    case "not":
      holds(emitter, e.operand, body);
      return;
    case "or":
      for (const operand of e.operands) refutes(emitter, operand, body);
      return;
    case "equal":
      refutesEqual(emitter, e, body);
      return;
    default:
      negate(emitter, body, hintOf(e), e.span, (inner) => {
        holds(emitter, e, inner);
      });
  }
}

// A value that may be null is truthy in Rego, so only what is never none stands alone.
function truth(term: Term, e: Expr): Term {
  return e.type.optional || term.kind !== "call" ? infix("==", term, scalar(true)) : term;
}

function hintOf(e: Expr): string {
  switch (e.kind) {
    case "quantified":
      return `${e.quantifier}_${e.item}`;
    case "and":
      return "all_hold";
    case "or":
      return "any_holds";
    default:
      return "holds";
  }
}

/**
 * Gives a value that always exists a name after the source. One that no variable decides has a rule of its own, which OPA evaluates once
 * for all that ask; any other is bound to a variable.
 */
export function bindTotal(emitter: Emitter, name: string, value: Expr, body: Building): Term {
  const before = body.length;
  const made = total(emitter, value, body, name);
  if (made.kind === "variable" || made.kind === "scalar" || made.kind === "global") return made;
  if (body.length === before && freeVariables([], [made]).length === 0)
    return valueHelper(emitter, name, [{ value: made, body: [] }], value.span);
  const bound = emitter.names.fresh(name);
  body.push({ kind: "assign", target: { kind: "variable", name: bound }, value: made });
  return { kind: "variable", name: bound };
}

function holdsOr(emitter: Emitter, e: Or, body: Building): void {
  const bodies = e.operands.map((operand): Body => {
    const inner: Building = [];
    holds(emitter, operand, inner);
    return inner;
  });
  body.push(expr(conditionHelper(emitter, "any_holds", bodies, e.span)));
}

function holdsEqual(emitter: Emitter, e: Equal, body: Building): void {
  if (isLiteral(e.right, null)) {
    body.push(expr(absent(emitter, e.left, body)));
    return;
  }
  if (e.left.type.optional && e.right.type.optional) {
    relate(emitter, body, "==", total(emitter, e.left, body), total(emitter, e.right, body));
    return;
  }
  if (isComputedBool(e.left) && e.right.kind === "literal" && typeof e.right.value === "boolean") {
    if (e.right.value) holds(emitter, e.left, body);
    else body.push(expr(infix("==", total(emitter, e.left, body), scalar(false))));
    return;
  }
  // A literal at the zero value itself would match what the API server drops.
  const use = (other: Expr) => (other.kind === "literal" && !isZeroLiteral(other.value) ? "compared" : "any");
  const left = partial(emitter, e.left, body, use(e.right));
  relate(emitter, body, "==", left, partial(emitter, e.right, body, use(e.left)));
}

/** Pushes a relation. OPA takes a statement that begins with a minus for the rest of the one before it, so what would has a name. */
function relate(emitter: Emitter, body: Building, operator: InfixOperator, left: Term, right: Term): void {
  const first = beginsWithMinus(left) ? bindTerm(emitter, body, "number", left) : left;
  body.push(expr(infix(operator, first, right)));
}

function beginsWithMinus(term: Term): boolean {
  if (term.kind === "infix") return beginsWithMinus(term.left);
  return term.kind === "scalar" && typeof term.value === "number" && term.value < 0;
}

function isZeroLiteral(value: null | boolean | number | string): boolean {
  return value === false || value === 0 || value === "";
}

function absent(emitter: Emitter, e: Expr, body: Building): Term {
  const zero = e.kind === "field" && e.declared.zeroDropped ? zeroOf(e) : undefined;
  if (e.kind !== "field" || zero === undefined || zero === "members")
    return infix("==", total(emitter, e, body), nullTerm);
  return infix("in", asWritten(emitter, e, body), { kind: "set", elements: [nullTerm, zero] });
}

function refutesEqual(emitter: Emitter, e: Equal, body: Building): void {
  if (isLiteral(e.right, null)) {
    body.push(
      expr(infix("!=", isNavigation(e.left) ? partial(emitter, e.left, body) : total(emitter, e.left, body), nullTerm)),
    );
    return;
  }
  const present = !e.left.type.optional && !e.right.type.optional;
  if (present && !isComputedBool(e.left) && !isComputedBool(e.right)) {
    relate(emitter, body, "!=", partial(emitter, e.left, body), partial(emitter, e.right, body));
    return;
  }
  negate(emitter, body, "equal", e.span, (inner) => {
    holdsEqual(emitter, e, inner);
  });
}

/** A read that is undefined or null exactly when it is none. */
function isNavigation(e: Expr): boolean {
  return e.kind === "field" || e.kind === "entry" || e.kind === "element";
}

function holdsQuantified(emitter: Emitter, e: Quantified, body: Building): void {
  if (e.quantifier === "some") {
    const inner: Building = [];
    bindElement(emitter, inner, e.item, e.list, false);
    holds(emitter, e.body, inner);
    body.push(expr(conditionHelper(emitter, hintOf(e), [inner], e.span)));
    return;
  }
  // `every` as "there is none that fails" also holds over a list that Rego would find undefined; only a list holds it.
  if (e.list.type.optional) body.push(expr(call("is_array", total(emitter, e.list, body))));
  negate(emitter, body, `some_${e.item}_fails`, e.span, (inner) => {
    bindElement(emitter, inner, e.item, e.list, false);
    refutes(emitter, e.body, inner);
  });
}

function holdsIncludes(emitter: Emitter, e: Includes, body: Building): void {
  // Absent is not an element of any list, and `null in …` is not true of a list of the document either.
  relate(emitter, body, "in", partial(emitter, e.value, body), partial(emitter, e.list, body, "member"));
}

const stringFunctions = { startsWith: "startswith", endsWith: "endswith", includes: "contains" } as const;

const typeFunctions = { string: "is_string", number: "is_number", boolean: "is_boolean" } as const;

function holdsStringTest(emitter: Emitter, e: StringTest, body: Building): void {
  const text = certain(emitter, e.text, body);
  const part = certain(emitter, e.part, body);
  body.push(expr(call(stringFunctions[e.test], text, part)));
}

function holdsRegexTest(emitter: Emitter, e: RegexTest, body: Building): void {
  body.push(expr(call("regex.match", scalar(e.re2), certain(emitter, e.text, body))));
}

/** A text that a builtin can take: one that may be none is tested first, for a builtin's type error must not decide. */
function certain(emitter: Emitter, e: Expr, body: Building): Term {
  const term = partial(emitter, e, body);
  if (e.type.optional) body.push(expr(call("is_string", term)));
  return term;
}

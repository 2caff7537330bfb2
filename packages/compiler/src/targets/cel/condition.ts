import { isLiteral } from "../../ir/build.js";
import { isComputedBool, operandNoneness } from "../../ir/noneness.js";
import type { Expr } from "../../ir/nodes.js";
import type { Json } from "../../ir/policy.js";
import { substitute } from "../../ir/visit.js";
import { type Cel, and, isFalse, isTrue, list, literal, macro, method, not, or, relation, ternary } from "./ast.js";
import { typeTest } from "./collections.js";
import { type Emitter, freshName } from "./emitter.js";
import { callCondition } from "./intrinsics/call.js";
import { constantElements, listOf } from "./list.js";
import { bindName, read, value } from "./value.js";
import { atZero } from "./zero.js";

/** An expression of type bool that is true exactly when the IR expression is; none counts as false. */
export function condition(emitter: Emitter, e: Expr): Cel {
  switch (e.kind) {
    case "literal":
      return literal(e.value === true);
    case "not":
      return not(condition(emitter, e.operand));
    case "and":
      return and(e.operands.map((operand) => condition(emitter, operand)));
    case "or":
      return or(e.operands.map((operand) => condition(emitter, operand)));
    case "equal":
      return equality(emitter, e);
    case "compare":
      return relation(e.operator, value(emitter, e.left), value(emitter, e.right));
    case "conditional":
      return choice(condition(emitter, e.test), condition(emitter, e.then), condition(emitter, e.otherwise));
    case "coalesce":
      return isLiteral(e.right, false)
        ? condition(emitter, e.left)
        : ternary(absent(emitter, e.left), condition(emitter, e.right), condition(emitter, e.left));
    case "let":
      return bindName(emitter, e.name, e.value, "exists", () => condition(emitter, e.body));
    case "quantified":
      return quantified(emitter, e);
    case "includes":
      return includes(emitter, e);
    case "stringTest":
      return stringTest(emitter, e);
    case "regexTest":
      return withText(emitter, e.text, (text) => method(text, "matches", literal(e.re2)));
    case "typeTest":
      return typeTest(emitter, e);
    case "call":
      return callCondition(emitter, e);
    default: {
      const constant = known(emitter, e);
      return constant === undefined ? relation("==", value(emitter, e), literal(true)) : literal(constant === true);
    }
  }
}

/** Whether the IR expression is none, as an expression of type bool. */
export function absent(emitter: Emitter, e: Expr): Cel {
  if (!e.type.optional) return literal(false);
  const none = operandNoneness(e);
  if (none !== undefined) return condition(emitter, none);
  const chosen = absentChoice(emitter, e);
  if (chosen !== undefined) return chosen;
  const term = e.kind === "field" ? read(emitter, e) : value(emitter, e);
  const zero = e.kind === "field" && !emitter.host.decoded ? atZero(emitter, e, term) : undefined;
  const isNull = relation("==", term, literal(null));
  return zero === undefined ? isNull : or([isNull, zero]);
}

/** What is asked of a choice is asked of what it chooses, so that the rest of it need not be made. */
function absentChoice(emitter: Emitter, e: Expr): Cel | undefined {
  switch (e.kind) {
    case "conditional":
      return choice(condition(emitter, e.test), absent(emitter, e.then), absent(emitter, e.otherwise));
    case "coalesce":
      return and([absent(emitter, e.left), absent(emitter, e.right)]);
    case "find": {
      const item = freshName(emitter, e.item);
      emitter.variables.set(e.item, { kind: "name", name: item });
      const matching = macro(listOf(emitter, e.list), "filter", item, condition(emitter, e.body));
      return relation("==", matching, list([]));
    }
    default:
      return undefined;
  }
}

/** `test ? then : otherwise`, shorter where a branch is known. */
function choice(test: Cel, then: Cel, otherwise: Cel): Cel {
  if (isTrue(then)) return or([test, otherwise]);
  if (isFalse(then)) return and([not(test), otherwise]);
  if (isFalse(otherwise)) return and([test, then]);
  if (isTrue(otherwise)) return or([not(test), then]);
  return ternary(test, then, otherwise);
}

/** The value of a constant or of a scalar parameter. */
function known(emitter: Emitter, e: Expr): Json | undefined {
  if (e.kind === "literal") return e.value;
  const value = e.kind === "param" ? emitter.params?.[e.name] : undefined;
  return typeof value === "object" ? undefined : value;
}

function equality(emitter: Emitter, e: Extract<Expr, { kind: "equal" }>): Cel {
  if (isLiteral(e.right, null)) return absent(emitter, e.left);
  const [left, right] = [known(emitter, e.left), known(emitter, e.right)];
  if (left !== undefined && right !== undefined) return literal(left === right);
  if (isComputedBool(e.left) && e.right.kind === "literal" && e.right.value === true) return condition(emitter, e.left);
  // A comparison with a constant does not meet the zero value: the compiler refuses that constant.
  const operand = (side: Expr, other: Expr): Cel =>
    side.kind === "field" && other.kind === "literal" ? read(emitter, side) : value(emitter, side);
  return relation("==", operand(e.left, e.right), operand(e.right, e.left));
}

function quantified(emitter: Emitter, e: Extract<Expr, { kind: "quantified" }>): Cel {
  const constants = constantElements(emitter, e.list);
  if (constants !== undefined) {
    // Written out, each constant can decide at compile time how it is tested.
    const tests = constants.map((constant) => condition(emitter, substitute(e.body, e.item, constant)));
    return e.quantifier === "some" ? (membership(tests) ?? or(tests)) : and(tests);
  }
  const over = listOf(emitter, e.list);
  const item = freshName(emitter, e.item);
  emitter.variables.set(e.item, { kind: "name", name: item });
  const test = macro(over, e.quantifier === "some" ? "exists" : "all", item, condition(emitter, e.body));
  return e.quantifier === "every" && e.list.type.optional ? and([not(absent(emitter, e.list)), test]) : test;
}

/** Several equalities of one value with texts, as one look into a list of them. */
function membership(tests: readonly Cel[]): Cel | undefined {
  const [first] = tests;
  if (first?.kind !== "relation" || tests.length < 2) return undefined;
  const left = JSON.stringify(first.left);
  const texts = tests.flatMap((test) =>
    test.kind === "relation" &&
    test.operator === "==" &&
    test.right.kind === "literal" &&
    typeof test.right.value === "string" &&
    JSON.stringify(test.left) === left
      ? [test.right]
      : [],
  );
  return texts.length === tests.length ? relation("in", first.left, list(texts)) : undefined;
}

function includes(emitter: Emitter, e: Extract<Expr, { kind: "includes" }>): Cel {
  return relation("in", value(emitter, e.value), listOf(emitter, e.list));
}

const stringMethods = { startsWith: "startsWith", endsWith: "endsWith", includes: "contains" } as const;

function stringTest(emitter: Emitter, e: Extract<Expr, { kind: "stringTest" }>): Cel {
  return withText(emitter, e.text, (text) =>
    withText(emitter, e.part, (part) => method(text, stringMethods[e.test], part)),
  );
}

/** A test of a text; a text that may be none is looked at first. */
function withText(emitter: Emitter, e: Expr, test: (text: Cel) => Cel): Cel {
  const text = value(emitter, e);
  return e.type.optional ? and([relation("!=", text, literal(null)), test(text)]) : test(text);
}

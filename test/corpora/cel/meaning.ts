import type { Expr, Span, Type, ValueType } from "@writ/compiler/ir";
import { translateRegex } from "../../../packages/compiler/src/regex/index.js";
import type { Cel } from "./syntax.js";

/** Why an expression has no counterpart in the IR. */
export type Reason =
  | "unsigned integers are no type of the IR"
  | "bytes are no type of the IR"
  | "protocol buffer messages are no values of the IR"
  | "timestamps and durations are no types of the IR"
  | "numbers beyond 2^53 are kept out by the shape guard"
  | "the order of texts and of booleans is refused (WRIT1210)"
  | "lists and maps have no equality (WRIT1207)"
  | "values of different types are not compared by what is emitted"
  | "`/` and `%` are refused (WRIT1211)"
  | "`exists_one` is not emitted"
  | "a null is an absent value, which lists and maps do not hold"
  | "the keys of a map are texts"
  | "the elements of a list are of one type"
  | "the regular expression is refused (WRIT1501)"
  | "the number of members of a map is not emitted as `size`"
  | "a position is an integer"
  | "values that are no conditions are not joined";

/** The IR of an expression, or why there is none. */
export type Meaning =
  { readonly kind: "expression"; readonly expr: Expr } | { readonly kind: "none"; readonly reason: Reason };

const span: Span = [0, 1, 1, 1, 1];
const of = (value: ValueType, optional = false): Type => ({ value, optional });
const bool = of({ kind: "bool" });
const int = of({ kind: "int" });
const string = of({ kind: "string" });

/** A problem on the way down: it is the answer for the whole expression. */
class Without extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** The operator of the IR with the meaning of each operator of CEL; `bindings` are the values of the names of a test. */
export function meaningOf(cel: Cel, bindings: ReadonlyMap<string, Cel>): Meaning {
  try {
    return {
      kind: "expression",
      expr: lowered(cel, new Map([...bindings].map(([name, value]) => [name, () => lowered(value, new Map())]))),
    };
  } catch (error) {
    if (error instanceof Without) return { kind: "none", reason: error.reason };
    throw error;
  }
}

type Scope = ReadonlyMap<string, () => Expr>;

function without(reason: Reason): never {
  throw new Without(reason);
}

function lowered(cel: Cel, scope: Scope): Expr {
  const at = (inner: Cel): Expr => lowered(inner, scope);
  switch (cel.kind) {
    case "uint":
      return without("unsigned integers are no type of the IR");
    case "bytes":
      return without("bytes are no type of the IR");
    case "message":
      return without("protocol buffer messages are no values of the IR");
    case "number":
      return number(cel.value, cel.text);
    case "constant":
      if (cel.value === null) return { kind: "literal", value: null, type: of({ kind: "none" }, true), span };
      return { kind: "literal", value: cel.value, type: typeof cel.value === "string" ? string : bool, span };
    case "name": {
      const bound = scope.get(cel.name);
      if (bound === undefined) throw new Error(`the name ${cel.name} is not bound`);
      return bound();
    }
    case "list":
      return list(cel.elements.map(at));
    case "map":
      return table(cel.entries, scope);
    case "unary": {
      if (cel.operator === "-" && cel.operand.kind === "number")
        return number(-cel.operand.value, `-${cel.operand.text}`);
      if (cel.operator === "-") return arithmetic("-", number(0, "0"), at(cel.operand));
      return { kind: "not", operand: condition(at(cel.operand)), type: bool, span };
    }
    case "binary":
      return binary(cel.operator, at(cel.left), at(cel.right));
    case "ternary":
      return {
        kind: "conditional",
        test: condition(at(cel.test)),
        then: at(cel.then),
        otherwise: at(cel.otherwise),
        type: at(cel.then).type,
        span,
      };
    case "index":
      return indexed(at(cel.of), at(cel.index));
    case "member":
      return without("protocol buffer messages are no values of the IR");
    case "call":
      return called(cel, scope);
  }
}

function number(value: number, text: string): Expr {
  const isInteger = /^-?\d+$/.test(text);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return without("numbers beyond 2^53 are kept out by the shape guard");
  return { kind: "literal", value: value === 0 ? 0 : value, type: isInteger ? int : of({ kind: "number" }), span };
}

function list(elements: readonly Expr[]): Expr {
  const kinds = new Set(elements.map(({ type }) => type.value.kind));
  if (kinds.has("none")) return without("a null is an absent value, which lists and maps do not hold");
  const isNumbers = [...kinds].every((kind) => kind === "int" || kind === "number");
  if (kinds.size > 1 && !isNumbers) return without("the elements of a list are of one type");
  const element: ValueType = kinds.size > 1 ? { kind: "number" } : (elements[0]?.type.value ?? { kind: "json" });
  return { kind: "list", elements, type: of({ kind: "list", element }), span };
}

function table(entries: Extract<Cel, { kind: "map" }>["entries"], scope: Scope): Expr {
  const made = entries.map(([keyOf, valueOf]) => {
    const value = lowered(valueOf, scope);
    if (keyOf.kind === "uint") return without("unsigned integers are no type of the IR");
    if (keyOf.kind !== "constant" || typeof keyOf.value !== "string") return without("the keys of a map are texts");
    if (value.type.value.kind === "none") return without("a null is an absent value, which lists and maps do not hold");
    return { key: keyOf.value, value };
  });
  const element = made[0]?.value.type.value ?? { kind: "json" };
  return { kind: "table", entries: made, type: of({ kind: "map", element }), span };
}

function condition(operand: Expr): Expr {
  return operand.type.value.kind === "bool" ? operand : without("values that are no conditions are not joined");
}

const isNumber = ({ type: { value } }: Expr): boolean => value.kind === "int" || value.kind === "number";

function arithmetic(operator: "+" | "-" | "*", left: Expr, right: Expr): Expr {
  return { kind: "arithmetic", operator, left, right, type: int, span };
}

function binary(operator: string, left: Expr, right: Expr): Expr {
  const negated = (operand: Expr): Expr => ({ kind: "not", operand, type: bool, span });
  switch (operator) {
    case "&&":
    case "||":
      return {
        kind: operator === "&&" ? "and" : "or",
        operands: [condition(left), condition(right)],
        type: bool,
        span,
      };
    case "==":
      return equal(left, right);
    case "!=":
      return negated(equal(left, right));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compared(operator, left, right);
    case "in":
      if (right.type.value.kind === "map")
        return negated({ kind: "equal", left: entry(right, left), right: none, type: bool, span });
      if (!isScalar(left) || left.type.value.kind === "none")
        return without("lists and maps have no equality (WRIT1207)");
      return { kind: "includes", list: right, value: left, type: bool, span };
    case "+":
      if (left.type.value.kind === "string") return { kind: "template", parts: [left, right], type: string, span };
      if (left.type.value.kind === "list") return { kind: "concat", lists: [left, right], type: right.type, span };
      return arithmetic("+", left, right);
    case "-":
    case "*":
      return arithmetic(operator, left, right);
    default:
      return without("`/` and `%` are refused (WRIT1211)");
  }
}

const none: Expr = { kind: "literal", value: null, type: of({ kind: "none" }, true), span };

function isScalar({ type: { value } }: Expr): boolean {
  return value.kind !== "list" && value.kind !== "map";
}

function equal(left: Expr, right: Expr): Expr {
  const kinds = [left.type.value.kind, right.type.value.kind];
  const isPresence = kinds.includes("none");
  if (!isPresence && (!isScalar(left) || !isScalar(right)))
    return without("lists and maps have no equality (WRIT1207)");
  if (!isPresence && kinds[0] !== kinds[1] && !(isNumber(left) && isNumber(right)))
    return without("values of different types are not compared by what is emitted");
  return { kind: "equal", left, right, type: bool, span };
}

function compared(operator: "<" | "<=" | ">" | ">=", left: Expr, right: Expr): Expr {
  if (isNumber(left) && isNumber(right)) return { kind: "compare", operator, left, right, type: bool, span };
  if (!isScalar(left) || !isScalar(right)) return without("lists and maps have no equality (WRIT1207)");
  if (left.type.value.kind !== right.type.value.kind)
    return without("values of different types are not compared by what is emitted");
  return without("the order of texts and of booleans is refused (WRIT1210)");
}

function entry(map: Expr, key: Expr): Expr {
  if (key.type.value.kind !== "string") return without("the keys of a map are texts");
  return { kind: "entry", of: map, key, type: of({ kind: "json" }, true), span };
}

function indexed(list: Expr, index: Expr): Expr {
  if (list.type.value.kind === "map") return entry(list, index);
  if (!isNumber(index) || (index.kind === "literal" && !Number.isInteger(index.value)))
    return without("a position is an integer");
  const element = list.type.value.kind === "list" ? list.type.value.element : ({ kind: "json" } as const);
  return { kind: "element", of: list, index, type: of(element, true), span };
}

const tests: Readonly<Record<string, "startsWith" | "endsWith" | "includes">> = {
  startsWith: "startsWith",
  endsWith: "endsWith",
  contains: "includes",
};

function called({ of: receiver, name, args }: Extract<Cel, { kind: "call" }>, scope: Scope): Expr {
  const [first, second] = args;
  if (first === undefined) throw new Error(`${name} has no argument`);
  const test = tests[name];
  if (receiver === undefined) {
    if (name === "dyn") return lowered(first, scope);
    if (name === "timestamp" || name === "duration") return without("timestamps and durations are no types of the IR");
    if (name === "size") return sized(lowered(first, scope));
    // The numbers that CEL has beside JSON's: NaN and infinities.
    return without("numbers beyond 2^53 are kept out by the shape guard");
  }
  if (test !== undefined)
    return { kind: "stringTest", test, text: lowered(receiver, scope), part: lowered(first, scope), type: bool, span };
  if (name === "matches") return matching(lowered(receiver, scope), first);
  if (second === undefined || first.kind !== "name") throw new Error(`${name} is no macro`);
  return macro(name, lowered(receiver, scope), first.name, second, scope);
}

function sized(value: Expr): Expr {
  if (value.type.value.kind === "string")
    return { kind: "call", intrinsic: "codePointLength", args: [value], type: int, span };
  if (value.type.value.kind === "map") return without("the number of members of a map is not emitted as `size`");
  return { kind: "length", list: value, type: int, span };
}

function matching(text: Expr, pattern: Cel): Expr {
  if (pattern.kind !== "constant" || typeof pattern.value !== "string") throw new Error("a pattern is a constant");
  const translated = translateRegex(pattern.value, "u");
  if (!translated.ok) return without("the regular expression is refused (WRIT1501)");
  return { kind: "regexTest", source: pattern.value, flags: "u", re2: translated.re2, text, type: bool, span };
}

function macro(name: string, given: Expr, item: string, body: Cel, scope: Scope): Expr {
  const isMap = given.kind === "table";
  // A macro over a map visits its keys.
  const keys = (): Expr =>
    isMap ? list(given.entries.map(({ key }): Expr => ({ kind: "literal", value: key, type: string, span }))) : given;
  const over = keys();
  const element = over.type.value.kind === "list" ? over.type.value.element : ({ kind: "json" } as const);
  const variable: Expr = { kind: "variable", name: item, type: of(element), span };
  const inner = lowered(body, new Map([...scope, [item, () => variable]]));
  const around = { item, list: over, body: inner, span };
  switch (name) {
    case "exists":
      return { kind: "quantified", quantifier: "some", ...around, type: bool };
    case "all":
      return { kind: "quantified", quantifier: "every", ...around, type: bool };
    case "filter":
      return { kind: "filter", ...around, type: over.type };
    case "map":
      return { kind: "map", ...around, type: of({ kind: "list", element: inner.type.value }) };
    default:
      return without("`exists_one` is not emitted");
  }
}

import { computed } from "./build-list.js";
import type { Arithmetic, Expr, Rule } from "./nodes.js";
import type { Json, JsonObject } from "./policy.js";
import { children } from "./visit.js";

/**
 * Engines agree on integers up to 2^53 only, and none of them says so when a sum goes beyond. So it is shown when a policy is
 * compiled that none can: lengths are small, constants are known, and an integer of the document that is computed with must be
 * within a limit, which the shape guard asks for.
 */

/** Every integer that a value is, or holds, is between these. */
interface Range {
  readonly low: number;
  readonly high: number;
}

const safe: Range = { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };
/** No list is longer: each element takes bytes, of which a document has fewer. */
const positions: Range = { low: 0, high: 2 ** 32 };

/** Limits for the integers of the document, the widest first: sums of a few, products with constants, products of two. */
const limits: readonly number[] = [Number.MAX_SAFE_INTEGER, 2 ** 49, 2 ** 31 - 1, 2 ** 26];

/** What keeps the arithmetic of a policy within the safe range. */
export type Bound =
  /** The limit of the integers that are computed with; absent when any may be. */
  | { readonly kind: "within"; readonly limit?: number }
  /** No limit is narrow enough. */
  | { readonly kind: "overflow"; readonly at: Arithmetic };

/** Finds the widest limit under which no result leaves the safe range; without parameters, whatever integers they will be set to. */
export function boundOf(rules: readonly Rule[], params: JsonObject | undefined): Bound {
  let overflow: Arithmetic | undefined;
  for (const limit of limits) {
    overflow = rules.map((rule) => firstOverflow(rule, { params, limit })).find((found) => found !== undefined);
    if (overflow === undefined)
      return limit === Number.MAX_SAFE_INTEGER ? { kind: "within" } : { kind: "within", limit };
  }
  return overflow === undefined ? { kind: "within" } : { kind: "overflow", at: overflow };
}

interface Known {
  readonly params: JsonObject | undefined;
  readonly limit: number;
}

function firstOverflow(rule: Rule, known: Known): Arithmetic | undefined {
  const found: Arithmetic[] = [];
  const variables = new Map<string, Range>();
  const range = (expr: Expr): Range => rangeOf(expr, known, variables, found);
  for (const step of rule.steps) {
    if (step.kind === "each") variables.set(step.item, range(step.list));
    else if (step.kind === "let") variables.set(step.name, range(step.value));
    else range(step.condition);
  }
  range(rule.target);
  range(rule.message);
  return found[0];
}

function rangeOf(expr: Expr, known: Known, variables: Map<string, Range>, found: Arithmetic[]): Range {
  const range = (inner: Expr): Range => rangeOf(inner, known, variables, found);
  switch (expr.kind) {
    case "literal":
      return constant(expr.value);
    case "param":
      return known.params === undefined ? safe : constant(known.params[expr.name] ?? null);
    case "variable":
      return variables.get(expr.name) ?? safe;
    case "root":
    case "containers":
      return { low: -known.limit, high: known.limit };
    case "length":
    case "indices":
      range(expr.list);
      return positions;
    case "field":
      return range(expr.of);
    case "element":
      range(expr.index);
      return range(expr.of);
    case "entry":
      range(expr.key);
      return range(expr.of);
    case "list":
      return hull(expr.elements.map(range));
    case "table":
      return hull(expr.entries.map(({ value }) => range(value)));
    case "concat":
      return hull(expr.lists.map(range));
    case "conditional":
      range(expr.test);
      return hull([range(expr.then), range(expr.otherwise)]);
    case "coalesce":
      return hull([range(expr.left), range(expr.right)]);
    case "let":
      variables.set(expr.name, range(expr.value));
      return range(expr.body);
    case "filter":
    case "find": {
      const list = range(expr.list);
      variables.set(expr.item, list);
      range(expr.body);
      return list;
    }
    case "map":
    case "flatMap":
    case "quantified":
      variables.set(expr.item, range(expr.list));
      return range(expr.body);
    case "arithmetic": {
      const result = combined(expr.operator, range(expr.left), range(expr.right));
      if (result === undefined) found.push(expr);
      return result ?? safe;
    }
    default:
      for (const child of children(expr)) range(child);
      return safe;
  }
}

const nothing: Range = { low: 0, high: 0 };

function constant(value: Json): Range {
  if (typeof value === "number") return { low: Math.floor(value), high: Math.ceil(value) };
  if (typeof value !== "object" || value === null) return nothing;
  return hull(Object.values(value).map(constant));
}

function hull(ranges: readonly Range[]): Range {
  if (ranges.length === 0) return nothing;
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}

/** The range of a result; undefined when it may leave the safe range. */
function combined(operator: Arithmetic["operator"], left: Range, right: Range): Range | undefined {
  const corners = [left.low, left.high].flatMap((a) => [right.low, right.high].map((b) => computed(operator, a, b)));
  const results = corners.filter((result) => result !== undefined);
  return results.length < corners.length ? undefined : { low: Math.min(...results), high: Math.max(...results) };
}

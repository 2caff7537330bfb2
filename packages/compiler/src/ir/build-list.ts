import { isEmptyList, literal } from "./build.js";
import type { Arithmetic, Expr, Span } from "./nodes.js";
import { type Type, int, optional, propagating } from "./types.js";

/** Several lists put together; neighbours that are written out become one. */
export function concat(lists: readonly Expr[], type: Type, span: Span): Expr {
  const flat = lists.flatMap((list) => (list.kind === "concat" ? list.lists : [list]));
  const merged = flat.reduce<readonly Expr[]>((before, list) => {
    const last = before.at(-1);
    if (isEmptyList(list)) return before;
    if (last?.kind !== "list" || list.kind !== "list") return [...before, list];
    return [...before.slice(0, -1), { ...last, elements: [...last.elements, ...list.elements], type, span }];
  }, []);
  const [only] = merged;
  if (only === undefined) return { kind: "list", elements: [], type, span };
  if (merged.length === 1) return only;
  return { kind: "concat", lists: merged, type, span };
}

/** Arithmetic on integers; on constants it is done now. */
export function arithmetic(operator: Arithmetic["operator"], left: Expr, right: Expr, span: Span): Expr {
  if (left.kind === "literal" && right.kind === "literal") {
    const result = computed(operator, left.value, right.value);
    return result === undefined ? { ...literal(null, span), type: optional(int) } : literal(result, span);
  }
  return { kind: "arithmetic", operator, left, right, type: propagating(int, left.type, right.type), span };
}

/** The result of an operation on integers; undefined when it is none. */
export function computed(operator: Arithmetic["operator"], left: unknown, right: unknown): number | undefined {
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  const result = operator === "+" ? left + right : operator === "-" ? left - right : left * right;
  // Negative zero is zero everywhere else.
  return Number.isSafeInteger(result) ? result + 0 : undefined;
}

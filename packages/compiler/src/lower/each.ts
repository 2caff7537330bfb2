import { isEmptyList } from "../ir/build.js";
import type { Expr, Span, Step } from "../ir/nodes.js";
import { elementType, int } from "../ir/types.js";
import { substitute } from "../ir/visit.js";
import { type Lowering, freshName, viewed } from "./lowering.js";
import { anchored, isAtPositions } from "./place.js";

/** The steps that visit a list, and the variable that stands for its element. */
export interface Visit {
  readonly steps: readonly Step[];
  readonly element: Expr;
}

/**
 * The lists that are visited for one: those that it is put together from, each under the conditions that it stands under. An
 * element then keeps its place in the document, and a report inside the loop becomes a rule for each of them.
 */
export function visitedLists(lowering: Lowering, given: Expr): readonly Expr[] {
  const list = viewed(lowering, given);
  if (list.kind === "concat") return list.lists.flatMap((part) => visitedLists(lowering, part));
  if (list.kind !== "filter") return [given];
  const parts = visitedLists(lowering, list.list);
  return parts.length === 1 ? [given] : parts.map((part) => ({ ...list, list: part }));
}

/**
 * The steps that visit each element of a list, after the steps before. A filtered list is visited as the list below it under
 * a condition, and a list with an empty default as the list itself, so that an element keeps its place in the document.
 */
export function eachStep(lowering: Lowering, item: string, list: Expr, span: Span, before: readonly Step[]): Visit {
  const type = { value: elementType(list.type.value), optional: false };
  const element: Expr = { kind: "variable", name: item, type, span };
  return { steps: stepsOver(lowering, item, list, element, span, before), element };
}

function stepsOver(
  lowering: Lowering,
  item: string,
  given: Expr,
  element: Expr,
  span: Span,
  before: readonly Step[],
): readonly Step[] {
  const list = viewed(lowering, given);
  if (list.kind === "let") {
    const named: Step = { kind: "let", name: list.name, value: list.value, span: list.span };
    return stepsOver(lowering, item, list.body, element, span, [...before, named]);
  }
  if (list.kind === "filter") {
    return [
      ...stepsOver(lowering, item, list.list, element, span, before),
      { kind: "assume", condition: substitute(list.body, list.item, element), span: list.span },
    ];
  }
  if (list.kind === "flatMap") {
    const outer = freshName(lowering, list.item);
    const type = { value: elementType(list.list.type.value), optional: false };
    const visited: Expr = { kind: "variable", name: outer, type, span: list.span };
    const steps = stepsOver(lowering, outer, list.list, visited, list.span, before);
    return stepsOver(lowering, item, substitute(list.body, list.item, visited), element, span, steps);
  }
  if (isAtPositions(list)) {
    const position = freshName(lowering, list.item);
    const at: Expr = { kind: "variable", name: position, type: int, span: list.span };
    const steps = stepsOver(lowering, position, list.list, at, list.span, before);
    return [...steps, { kind: "let", name: item, value: substitute(list.body, list.item, at), span }];
  }
  if (list.kind === "coalesce" && isEmptyList(list.right)) {
    return stepsOver(lowering, item, list.left, element, span, before);
  }
  const { expr, steps } = anchored(lowering, list, before);
  return [...steps, { kind: "each", item, list: expr, span }];
}

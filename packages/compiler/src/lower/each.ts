import type { Expr, Span, Step } from "../ir/nodes.js";
import { elementType } from "../ir/types.js";
import { substitute } from "../ir/visit.js";
import { type Lowering, viewed } from "./lowering.js";
import { anchored } from "./place.js";

/** The steps that visit a list, and the variable that stands for its element. */
export interface Visit {
  readonly steps: readonly Step[];
  readonly element: Expr;
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
  if (list.kind === "coalesce" && list.right.kind === "list" && list.right.elements.length === 0) {
    return stepsOver(lowering, item, list.left, element, span, before);
  }
  const { expr, steps } = anchored(lowering, list, before);
  return [...steps, { kind: "each", item, list: expr, span }];
}

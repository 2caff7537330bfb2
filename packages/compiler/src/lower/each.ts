import type { Expr, Span, Step } from "../ir/nodes.js";
import type { ValueType } from "../ir/types.js";
import { substitute } from "../ir/visit.js";

/**
 * The steps that visit each element of a list. A filtered list is visited as the list below it under a condition, and a list
 * with an empty default as the list itself, so that an element keeps its place in the document.
 */
export function eachStep(
  item: string,
  list: Expr,
  type: ValueType,
  span: Span,
): { readonly steps: readonly Step[]; readonly element: Expr } {
  const element: Expr = { kind: "variable", name: item, type: { value: type, optional: false }, span };
  return { steps: stepsOver(item, list, element, span), element };
}

function stepsOver(item: string, list: Expr, element: Expr, span: Span): readonly Step[] {
  if (list.kind === "filter") {
    return [
      ...stepsOver(item, list.list, element, span),
      { kind: "assume", condition: substitute(list.body, list.item, element), span: list.span },
    ];
  }
  if (list.kind === "coalesce" && list.right.kind === "list" && list.right.elements.length === 0) {
    return stepsOver(item, list.left, element, span);
  }
  return [{ kind: "each", item, list, span }];
}

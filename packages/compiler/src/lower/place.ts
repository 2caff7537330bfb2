import { isEmptyList } from "../ir/build.js";
import type { Expr, Step } from "../ir/nodes.js";
import { type Lowering, freshName, viewed } from "./lowering.js";

/** Whether an expression denotes one place of the document, given the steps that bind its variables. */
export function isPlace(expr: Expr, steps: readonly Step[]): boolean {
  switch (expr.kind) {
    case "root":
      return expr.root === "object" || expr.root === "pod";
    case "field":
      return isPlace(expr.of, steps);
    case "element":
      return (expr.index.kind === "literal" || expr.index.kind === "variable") && standsInDocument(expr.of, steps);
    case "entry":
      // A path is made of constants and of what loops bind.
      return expr.key.kind === "literal" && isPlace(expr.of, steps);
    case "find":
      return holdsPlaces(expr.list, steps);
    case "variable": {
      const index = steps.findIndex((step) => step.kind !== "assume" && bound(step) === expr.name);
      const step = steps[index];
      if (step === undefined || step.kind === "assume") return false;
      const before = steps.slice(0, index);
      return step.kind === "each" ? holdsPlaces(step.list, before) : isPlace(step.value, before);
    }
    default:
      return false;
  }
}

/** Whether a list is one of the document, so that a position in it is a place. */
function standsInDocument(list: Expr, steps: readonly Step[]): boolean {
  if (list.kind === "containers") return list.of === "pod";
  if (list.kind === "coalesce") return isEmptyList(list.right) && standsInDocument(list.left, steps);
  return isPlace(list, steps);
}

/** Whether a list holds the elements at some positions of another one. */
export function isAtPositions(list: Expr): list is Extract<Expr, { kind: "map" }> {
  return list.kind === "map" && list.body.kind === "element" && list.body.index.kind === "variable";
}

/** Whether the elements of a list stand in the document, though the list itself may be put together. */
function holdsPlaces(list: Expr, steps: readonly Step[]): boolean {
  switch (list.kind) {
    case "containers":
      return list.of === "pod";
    case "filter":
      return holdsPlaces(list.list, steps);
    case "coalesce":
      return isEmptyList(list.right) && holdsPlaces(list.left, steps);
    default:
      return isPlace(list, steps);
  }
}

function bound(step: Exclude<Step, { kind: "assume" }>): string {
  return step.kind === "each" ? step.item : step.name;
}

/** An expression and the steps before it. */
export interface Anchored {
  readonly expr: Expr;
  readonly steps: readonly Step[];
}

/**
 * Gives what is found on the way to a place a name of its own: `list.find(…)?.ports` becomes `found?.ports`, after a step that
 * binds `found`. A path starts at a name.
 */
export function anchored(lowering: Lowering, expr: Expr, steps: readonly Step[]): Anchored {
  switch (expr.kind) {
    case "field":
    case "entry":
    case "element": {
      const of = anchored(lowering, expr.of, steps);
      return { expr: { ...expr, of: of.expr }, steps: of.steps };
    }
    case "filter": {
      const list = anchored(lowering, expr.list, steps);
      return { expr: { ...expr, list: list.expr }, steps: list.steps };
    }
    case "coalesce": {
      const left = anchored(lowering, expr.left, steps);
      return { expr: { ...expr, left: left.expr }, steps: left.steps };
    }
    case "find": {
      const list = anchored(lowering, viewed(lowering, expr.list), steps);
      const name = freshName(lowering, "found");
      const { type, span } = expr;
      const found: Step = { kind: "let", name, value: { ...expr, list: list.expr }, span };
      return { expr: { kind: "variable", name, type, span }, steps: [...list.steps, found] };
    }
    default:
      return { expr, steps };
  }
}

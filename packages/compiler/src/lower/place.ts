import type { Expr, Step } from "../ir/nodes.js";

/** Whether an expression denotes a place of the document, given the steps that bind its variables. */
export function isPlace(expr: Expr, steps: readonly Step[]): boolean {
  switch (expr.kind) {
    case "root":
      return expr.root === "object" || expr.root === "pod";
    case "field":
    case "element":
    case "entry":
      return isPlace(expr.of, steps);
    case "find":
    case "filter":
      return isPlace(expr.list, steps);
    case "containers":
      return expr.of === "pod";
    case "variable": {
      const index = steps.findIndex((step) => step.kind !== "assume" && bound(step) === expr.name);
      const step = steps[index];
      if (step === undefined || step.kind === "assume") return false;
      return isPlace(step.kind === "each" ? step.list : step.value, steps.slice(0, index));
    }
    default:
      return false;
  }
}

function bound(step: Exclude<Step, { kind: "assume" }>): string {
  return step.kind === "each" ? step.item : step.name;
}

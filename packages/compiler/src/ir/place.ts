import type { Expr, Rule } from "./nodes.js";

/** The variables whose place in the document the path of a rule is made from. */
export function placeVariables(rule: Rule): ReadonlySet<string> {
  const needed = new Set<string>();
  const need = (expr: Expr): void => {
    switch (expr.kind) {
      case "variable":
        needed.add(expr.name);
        return;
      case "field":
      case "element":
      case "entry":
        need(expr.of);
        return;
      case "find":
      case "filter":
        need(expr.list);
        return;
      case "coalesce":
        // With an empty list on the right: nothing of that has a place, and nothing of it is visited.
        need(expr.left);
        return;
      default:
        return;
    }
  };
  need(rule.target);
  for (const step of [...rule.steps].reverse()) {
    if (step.kind === "each" && needed.has(step.item)) need(step.list);
    if (step.kind === "let" && needed.has(step.name)) need(step.value);
  }
  return needed;
}

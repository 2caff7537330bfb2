import type { Expr, Rule } from "../../ir/nodes.js";
import { children, mapChildren, mapStep, stepExpression, substitute } from "../../ir/visit.js";

/*
 * CEL has no `let`: a name costs a list of one and a comprehension over it, which is more than most values cost to compute again.
 */

/** The rule with those names put out of it whose values are used once, or cost less than a name. */
export function inlineNames(rule: Rule): Rule {
  const inside: Rule = {
    ...rule,
    steps: rule.steps.map((step) => mapStep(step, inlineIn)),
    message: inlineIn(rule.message),
  };
  const first = inside.steps.findIndex((step) => step.kind === "each");
  const position = inside.steps.findIndex(
    (step, at) => step.kind === "let" && (at < first || isWorthInlining(step.value, usesAfter(inside, at, step.name))),
  );
  const step = inside.steps[position];
  if (step?.kind !== "let") return inside;
  const put = (expr: Expr): Expr => substitute(expr, step.name, step.value);
  return inlineNames({
    ...inside,
    steps: inside.steps.flatMap((one, at) => (at === position ? [] : [mapStep(one, put)])),
    message: put(inside.message),
    target: put(inside.target),
  });
}

function inlineIn(expr: Expr): Expr {
  const inside = mapChildren(expr, inlineIn);
  if (inside.kind !== "let" || !isWorthInlining(inside.value, uses(inside.body, inside.name))) return inside;
  return substitute(inside.body, inside.name, inside.value);
}

/** What reading a field once more costs is counted in steps of its path; a name costs about as much as this many. */
const costOfName = 12;

/** Whether to write a value as often as it is used, rather than once under a name. */
export function isWorthInlining(value: Expr, used: number): boolean {
  const length = pathLength(value);
  return used <= 1 || (length !== undefined && length * used <= costOfName + used);
}

/** The steps of a value that is only read; undefined for one that is computed. */
function pathLength(value: Expr): number | undefined {
  switch (value.kind) {
    case "variable":
    case "root":
    case "literal":
    case "param":
      return 1;
    case "field":
    case "entry": {
      if (value.of.type.value.kind === "record" && value.of.type.value.model === "ImageRef") return undefined;
      if (value.kind === "entry" && value.key.kind !== "literal") return undefined;
      const before = pathLength(value.of);
      return before === undefined ? undefined : before + 1;
    }
    default:
      return undefined;
  }
}

/** A use inside the body of a list operation is one for each element. */
const perElement = 5;

/** How often a value is computed where it stands for its name: in the test of the rule, or in its message, whichever is more. */
function usesAfter(rule: Rule, position: number, name: string): number {
  let factor = 1;
  let test = 0;
  for (const step of rule.steps.slice(position + 1)) {
    test += factor * uses(stepExpression(step), name);
    if (step.kind === "each") factor *= perElement;
  }
  return Math.max(test, factor * uses(rule.message, name));
}

/** How often an expression computes a variable. */
export function uses(expr: Expr, name: string): number {
  if (expr.kind === "variable") return expr.name === name ? 1 : 0;
  const factor = isLoop(expr) ? perElement : 1;
  return children(expr).reduce((total, child, at) => total + (at === 0 ? 1 : factor) * uses(child, name), 0);
}

function isLoop({ kind }: Expr): boolean {
  return kind === "quantified" || kind === "filter" || kind === "map" || kind === "find";
}

import type { Expr, Rule, Step } from "../ir/nodes.js";
import { mapChildren, mapStep, walk } from "../ir/visit.js";

/**
 * Leaves out what a rule does not use: constants that only other rules need. A rule has its own copy of the steps that lead
 * to it, so most constants of a `check` are unused in most of its rules.
 */
export function pruneRule(rule: Rule): Rule {
  const needed = new Set<string>();
  const need = (expr: Expr): Expr => {
    const pruned = pruneLets(expr);
    for (const name of variablesOf(pruned)) needed.add(name);
    return pruned;
  };
  const message = need(rule.message);
  const target = need(rule.target);
  const at = rule.at.map((segment) => (typeof segment === "object" ? need(segment) : segment));
  const steps: Step[] = [];
  for (const step of [...rule.steps].reverse()) {
    if (step.kind === "let" && !needed.has(step.name)) continue;
    steps.unshift(mapStep(step, need));
  }
  return { ...rule, steps, message, target, at };
}

function pruneLets(expr: Expr): Expr {
  const pruned = mapChildren(expr, pruneLets);
  return pruned.kind === "let" && !variablesOf(pruned.body).has(pruned.name) ? pruned.body : pruned;
}

function variablesOf(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  walk(expr, (node) => {
    if (node.kind === "variable") names.add(node.name);
  });
  return names;
}

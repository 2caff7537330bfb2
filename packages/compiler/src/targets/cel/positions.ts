import type { Expr, Rule } from "../../ir/nodes.js";
import { isSame } from "../../ir/same.js";
import { elementType } from "../../ir/types.js";
import { mapChildren, mapStep, mentions, ruleExpressions, walk } from "../../ir/visit.js";

/**
 * Goes through the elements of a list where a rule goes through its positions and only asks what stands there. A position that is part of
 * a path alone is not missed: a CEL host shows messages, no paths. CEL has no list of positions before Kubernetes 1.35, and making one
 * costs more than most policies.
 */
export function withoutPositions(rule: Rule): Rule {
  const taken = namesIn(rule);
  const pathless: Rule = { ...rule, at: [] };
  return rule.steps.reduce((made, _, at) => overElements(made, at, taken), pathless);
}

/** The rule with the step at a place over elements, where it can be; the steps before it may have changed its list. */
function overElements(rule: Rule, at: number, taken: Set<string>): Rule {
  const step = rule.steps[at];
  if (step?.kind !== "each" || step.list.kind !== "indices") return rule;
  const { list } = step.list;
  const item = freeName(taken, hintOf(list));
  const type = { value: elementType(list.type.value), optional: false };
  const replace = (expr: Expr): Expr => {
    if (isElement(expr, list, step.item)) return { kind: "variable", name: item, type, span: expr.span };
    return mapChildren(expr, replace);
  };
  const rest = rule.steps.slice(at + 1).map((one) => mapStep(one, replace));
  const made: Rule = {
    ...rule,
    steps: [...rule.steps.slice(0, at), { ...step, item, list }, ...rest],
    target: replace(rule.target),
    message: replace(rule.message),
  };
  return ruleExpressions(made).some((expr) => mentions(expr, step.item)) ? rule : made;
}

function isElement(expr: Expr, list: Expr, index: string): boolean {
  return (
    expr.kind === "element" && expr.index.kind === "variable" && expr.index.name === index && isSame(expr.of, list)
  );
}

/** A name for an element: that of the field, as far as it is a plural. */
function hintOf(list: Expr): string {
  if (list.kind === "coalesce") return hintOf(list.left);
  return list.kind === "field" && /^[A-Za-z]{2,}s$/.test(list.name) ? list.name.slice(0, -1) : "element";
}

function freeName(taken: Set<string>, hint: string): string {
  let name = hint;
  for (let count = 2; taken.has(name); count += 1) name = `${hint}_${String(count)}`;
  taken.add(name);
  return name;
}

function namesIn(rule: Rule): Set<string> {
  const names = new Set<string>();
  for (const step of rule.steps) {
    if (step.kind === "each") names.add(step.item);
    if (step.kind === "let") names.add(step.name);
  }
  for (const expr of ruleExpressions(rule)) {
    walk(expr, (node) => {
      if (node.kind === "variable") names.add(node.name);
      if ("item" in node) names.add(node.item);
      if (node.kind === "let") names.add(node.name);
    });
  }
  return names;
}

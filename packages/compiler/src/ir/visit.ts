import type { Expr, ExprKind, Rule, Step } from "./nodes.js";

type Children = { readonly [Kind in ExprKind]: (node: Extract<Expr, { kind: Kind }>) => readonly Expr[] };

const nothing = (): readonly Expr[] => [];

const childrenByKind: Children = {
  literal: nothing,
  list: (node) => node.elements,
  variable: nothing,
  root: nothing,
  param: nothing,
  containers: nothing,
  field: (node) => [node.of],
  table: (node) => node.entries.map(({ value }) => value),
  element: (node) => [node.of, node.index],
  entry: (node) => [node.of, node.key],
  not: (node) => [node.operand],
  and: (node) => node.operands,
  or: (node) => node.operands,
  equal: (node) => [node.left, node.right],
  compare: (node) => [node.left, node.right],
  arithmetic: (node) => [node.left, node.right],
  typeTest: (node) => [node.operand],
  conditional: (node) => [node.test, node.then, node.otherwise],
  coalesce: (node) => [node.left, node.right],
  quantified: (node) => [node.list, node.body],
  filter: (node) => [node.list, node.body],
  map: (node) => [node.list, node.body],
  flatMap: (node) => [node.list, node.body],
  concat: (node) => node.lists,
  indices: (node) => [node.list],
  keys: (node) => [node.of],
  find: (node) => [node.list, node.body],
  includes: (node) => [node.list, node.value],
  length: (node) => [node.list],
  stringTest: (node) => [node.text, node.part],
  join: (node) => [node.list],
  split: (node) => [node.text],
  regexTest: (node) => [node.text],
  template: (node) => node.parts,
  call: (node) => node.args,
  let: (node) => [node.value, node.body],
};

/** The direct operands of a node, in evaluation order. */
export function children(node: Expr): readonly Expr[] {
  return (childrenByKind[node.kind] as (node: Expr) => readonly Expr[])(node);
}

/** Calls `see` for the node and everything below it, outermost first. */
export function walk(node: Expr, see: (node: Expr) => void): void {
  see(node);
  for (const child of children(node)) walk(child, see);
}

/** Whether an expression uses a variable. */
export function mentions(node: Expr, name: string): boolean {
  return node.kind === "variable" ? node.name === name : children(node).some((child) => mentions(child, name));
}

/** The expression of a step. */
export function stepExpression(step: Step): Expr {
  switch (step.kind) {
    case "each":
      return step.list;
    case "let":
      return step.value;
    case "assume":
      return step.condition;
  }
}

/** The step with what `go` makes of its expression. */
export function mapStep(step: Step, go: (expr: Expr) => Expr): Step {
  switch (step.kind) {
    case "each":
      return { ...step, list: go(step.list) };
    case "let":
      return { ...step, value: go(step.value) };
    case "assume":
      return { ...step, condition: go(step.condition) };
  }
}

/** Every expression of a rule, in source order. */
export function ruleExpressions(rule: Rule): readonly Expr[] {
  return [
    ...rule.steps.map(stepExpression),
    rule.target,
    ...rule.at.filter((segment) => typeof segment === "object"),
    rule.message,
  ];
}

type Rebuild = {
  readonly [Kind in ExprKind]: (node: Extract<Expr, { kind: Kind }>, go: (child: Expr) => Expr) => Expr;
};

const same = (node: Expr): Expr => node;

const rebuildByKind: Rebuild = {
  literal: same,
  list: (node, go) => ({ ...node, elements: node.elements.map(go) }),
  variable: same,
  root: same,
  param: same,
  containers: same,
  field: (node, go) => ({ ...node, of: go(node.of) }),
  table: (node, go) => ({ ...node, entries: node.entries.map(({ key, value }) => ({ key, value: go(value) })) }),
  element: (node, go) => ({ ...node, of: go(node.of), index: go(node.index) }),
  entry: (node, go) => ({ ...node, of: go(node.of), key: go(node.key) }),
  not: (node, go) => ({ ...node, operand: go(node.operand) }),
  and: (node, go) => ({ ...node, operands: node.operands.map(go) }),
  or: (node, go) => ({ ...node, operands: node.operands.map(go) }),
  equal: (node, go) => ({ ...node, left: go(node.left), right: go(node.right) }),
  compare: (node, go) => ({ ...node, left: go(node.left), right: go(node.right) }),
  arithmetic: (node, go) => ({ ...node, left: go(node.left), right: go(node.right) }),
  typeTest: (node, go) => ({ ...node, operand: go(node.operand) }),
  conditional: (node, go) => ({ ...node, test: go(node.test), then: go(node.then), otherwise: go(node.otherwise) }),
  coalesce: (node, go) => ({ ...node, left: go(node.left), right: go(node.right) }),
  quantified: (node, go) => ({ ...node, list: go(node.list), body: go(node.body) }),
  filter: (node, go) => ({ ...node, list: go(node.list), body: go(node.body) }),
  map: (node, go) => ({ ...node, list: go(node.list), body: go(node.body) }),
  flatMap: (node, go) => ({ ...node, list: go(node.list), body: go(node.body) }),
  concat: (node, go) => ({ ...node, lists: node.lists.map(go) }),
  indices: (node, go) => ({ ...node, list: go(node.list) }),
  keys: (node, go) => ({ ...node, of: go(node.of) }),
  find: (node, go) => ({ ...node, list: go(node.list), body: go(node.body) }),
  includes: (node, go) => ({ ...node, list: go(node.list), value: go(node.value) }),
  length: (node, go) => ({ ...node, list: go(node.list) }),
  stringTest: (node, go) => ({ ...node, text: go(node.text), part: go(node.part) }),
  join: (node, go) => ({ ...node, list: go(node.list) }),
  split: (node, go) => ({ ...node, text: go(node.text) }),
  regexTest: (node, go) => ({ ...node, text: go(node.text) }),
  template: (node, go) => ({ ...node, parts: node.parts.map(go) }),
  call: (node, go) => ({ ...node, args: node.args.map(go) }),
  let: (node, go) => ({ ...node, value: go(node.value), body: go(node.body) }),
};

/** The node with each direct operand replaced by what `go` makes of it. */
export function mapChildren(node: Expr, go: (child: Expr) => Expr): Expr {
  return (rebuildByKind[node.kind] as (node: Expr, go: (child: Expr) => Expr) => Expr)(node, go);
}

/** The expression with a variable replaced; names are unique in a policy, so nothing is captured. */
export function substitute(node: Expr, name: string, value: Expr): Expr {
  if (node.kind === "variable") return node.name === name ? { ...value, type: node.type } : node;
  return mapChildren(node, (child) => substitute(child, name, value));
}

import { evaluateClosed } from "./evaluate.js";
import type { Expr, Rule, Step } from "./nodes.js";
import type { Operation } from "./policy.js";
import { children, mapStep, stepExpression, substitute, walk } from "./visit.js";

/*
 * Which requests a policy is about. Every policy judges objects that are created or updated. It judges deletions, too, when one of its
 * conditions looks at the operation and a violation can come of it there: a policy that never asks for the operation says what objects
 * must be like, and an object that is not must be removable.
 */

/** The operations that a policy judges; requests of others are none of its business, in every engine. */
export function judgedOperations(rules: readonly Rule[]): readonly Operation[] {
  const further = (["DELETE", "CONNECT"] as const).filter((operation) =>
    rules.some((rule) => readsOperation(rule) && mayReport(rule.steps, operation)),
  );
  // Nobody connects to an object of a kind that can be written: who only excludes other operations does not mean CONNECT.
  const meansConnect = rules.some((rule) => placesOf(rule, namesConnect).length > 0);
  return ["CREATE", "UPDATE", ...further.filter((operation) => operation === "DELETE" || meansConnect)];
}

/** Whether an expression is the operation CONNECT. */
export function namesConnect(node: Expr): boolean {
  return node.kind === "literal" && node.value === "CONNECT";
}

function isOperation(expr: Expr): boolean {
  return expr.kind === "root" && expr.root === "operation";
}

function readsOperation(rule: Rule): boolean {
  return placesOf(rule, isOperation).length > 0;
}

/** The nodes in the conditions and lists of a rule that a test selects. */
function placesOf(rule: Rule, test: (node: Expr) => boolean): readonly Expr[] {
  const found: Expr[] = [];
  for (const step of rule.steps)
    walk(stepExpression(step), (node) => {
      if (test(node)) found.push(node);
    });
  return found;
}

/** Whether some document could make the rest of a rule report; what depends on the document could be anything. */
function mayReport(steps: readonly Step[], known: Operation): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  switch (step.kind) {
    case "assume":
      return mayHold(step.condition, known) && mayReport(rest, known);
    case "let":
      return mayReport(
        rest.map((one) => mapStep(one, (expr) => substitute(expr, step.name, step.value))),
        known,
      );
    case "each":
      return mayHaveElements(step.list, known) && mayReport(rest, known);
  }
}

/** The value of an expression that neither a document nor a parameter changes, in an array of one; undefined for any other. */
function valueOf(expr: Expr, operation: Operation): readonly [unknown] | undefined {
  return isClosed(expr, new Set()) ? [evaluateClosed(expr, operation)] : undefined;
}

function isClosed(expr: Expr, bound: ReadonlySet<string>): boolean {
  if (expr.kind === "root") return expr.root === "operation";
  if (expr.kind === "containers" || expr.kind === "param") return false;
  if (expr.kind === "variable") return bound.has(expr.name);
  const names = new Set(bound);
  if (expr.kind === "let") names.add(expr.name);
  if (expr.kind === "quantified" || expr.kind === "filter" || expr.kind === "map" || expr.kind === "find")
    names.add(expr.item);
  return children(expr).every((child) => isClosed(child, names));
}

function mayHold(expr: Expr, known: Operation): boolean {
  const value = valueOf(expr, known);
  if (value !== undefined) return value[0] === true;
  switch (expr.kind) {
    case "and":
      return expr.operands.every((operand) => mayHold(operand, known));
    case "or":
      return expr.operands.some((operand) => mayHold(operand, known));
    case "not":
      return !mustHold(expr.operand, known);
    case "conditional": {
      const then = mayHold(expr.test, known) && mayHold(expr.then, known);
      return then || (!mustHold(expr.test, known) && mayHold(expr.otherwise, known));
    }
    case "coalesce":
      return mayHold(expr.left, known) || mayHold(expr.right, known);
    case "let":
      return mayHold(substitute(expr.body, expr.name, expr.value), known);
    case "quantified":
      return expr.quantifier === "every" || (mayHaveElements(expr.list, known) && mayHold(expr.body, known));
    default:
      return true;
  }
}

/** Whether an expression holds for every document. */
function mustHold(expr: Expr, known: Operation): boolean {
  const value = valueOf(expr, known);
  if (value !== undefined) return value[0] === true;
  switch (expr.kind) {
    case "and":
      return expr.operands.every((operand) => mustHold(operand, known));
    case "or":
      return expr.operands.some((operand) => mustHold(operand, known));
    case "not":
      return !mayHold(expr.operand, known);
    case "let":
      return mustHold(substitute(expr.body, expr.name, expr.value), known);
    default:
      return false;
  }
}

function mayHaveElements(list: Expr, known: Operation): boolean {
  const value = valueOf(list, known);
  if (value !== undefined) return Array.isArray(value[0]) && value[0].length > 0;
  switch (list.kind) {
    case "filter":
      return mayHaveElements(list.list, known) && mayHold(list.body, known);
    case "map":
      return mayHaveElements(list.list, known);
    case "conditional": {
      const then = mayHold(list.test, known) && mayHaveElements(list.then, known);
      return then || (!mustHold(list.test, known) && mayHaveElements(list.otherwise, known));
    }
    case "coalesce":
      return mayHaveElements(list.left, known) || mayHaveElements(list.right, known);
    default:
      return true;
  }
}

import {
  type ForOfStatement,
  type IfStatement,
  Node,
  type ReturnStatement,
  type Statement,
  type VariableStatement,
} from "ts-morph";
import { and, isLiteral, literal, not, or } from "../ir/build.js";
import type { Expr, Step } from "../ir/nodes.js";
import { lowerAny } from "./access.js";
import { lowerCondition } from "./conditional.js";
import { constantDeclarations } from "./declaration.js";
import { eachStep, visitedLists } from "./each.js";
import { bindPattern, bindingSteps } from "./function.js";
import { loopOver } from "./loop.js";
import { type Lowering, type Scope, freshName, isPoison, refuse, spanOf } from "./lowering.js";
import { refuseUnordered } from "./order.js";
import { lowerExpression } from "./registry.js";
import { isRefusedWithLoop, refuseStatement, statementsWithin, withRefusedNames } from "./refused-statement.js";
import { lowerReport } from "./report.js";
import { type Branch, endsClause, switchBranches } from "./switch.js";
import { unwrapped } from "./transparent.js";

/** Where a statement of `check` stands: what holds when it is reached, and what the names mean. */
interface Place {
  readonly steps: readonly Step[];
  readonly scope: Scope;
  readonly inLoop: boolean;
}

/**
 * Lowers the statements of a `check` body: each report becomes a rule under the conditions that lead to it. The answer says
 * when the statements leave their list early (`return`, `continue`), in the terms of the place where the list begins.
 */
export function lowerStatements(lowering: Lowering, statements: readonly Statement[], place: Place, at: Node): Expr {
  const [statement, ...rest] = statements;
  if (statement === undefined) return literal(false, spanOf(lowering, at));
  const span = spanOf(lowering, statement);
  const go = (next: Place): Expr => lowerStatements(lowering, rest, next, at);
  if (Node.isReturnStatement(statement)) return lowerReturn(lowering, statement, place);
  if (Node.isContinueStatement(statement)) return literal(true, span);
  if (Node.isBlock(statement)) {
    const left = lowerStatements(lowering, statement.getStatements(), place, statement);
    return or([left, go(after(place, left))], span);
  }
  if (Node.isIfStatement(statement)) {
    const left = lowerIf(lowering, statement, place);
    return or([left, go(after(place, left))], span);
  }
  if (Node.isSwitchStatement(statement)) {
    const left = simplified(
      lowerBranches(lowering, switchBranches(lowering, statement, place.scope), place, statement),
    );
    return or([left, go(after(place, left))], span);
  }
  if (Node.isBreakStatement(statement) && endsClause(statement)) return literal(false, span);
  if (Node.isForOfStatement(statement)) {
    lowerForOf(lowering, statement, place);
    return go(place);
  }
  if (Node.isVariableStatement(statement)) return lowerConstants(lowering, statement, place, go);
  lowerEffect(lowering, statement, place);
  return go(place);
}

/** The place after statements that leave under a condition. */
function after(place: Place, left: Expr): Place {
  if (isLiteral(left, false)) return place;
  return { ...place, steps: [...place.steps, { kind: "assume", condition: not(left, left.span), span: left.span }] };
}

function lowerReturn(lowering: Lowering, statement: ReturnStatement, place: Place): Expr {
  if (place.inLoop) refuse(lowering, "returnInLoop", statement, {});
  const value = statement.getExpression();
  // `return report(…)` reports and leaves; the runner ignores the value.
  if (value !== undefined) lowerEffectOf(lowering, value, statement, place);
  return literal(true, spanOf(lowering, statement));
}

function lowerIf(lowering: Lowering, statement: IfStatement, place: Place): Expr {
  const condition = lowerCondition(lowering, statement.getExpression(), place.scope);
  const otherwise = statement.getElseStatement();
  const branches: readonly Branch[] = [
    { condition, statements: [statement.getThenStatement()] },
    ...(otherwise === undefined ? [] : [{ statements: [otherwise] }]),
  ];
  return simplified(lowerBranches(lowering, branches, place, statement));
}

/** Lowers branches of which the first whose condition holds runs; says when they leave the list of statements around them. */
function lowerBranches(lowering: Lowering, branches: readonly Branch[], place: Place, at: Node): Expr {
  const [branch, ...rest] = branches;
  if (branch === undefined) return literal(false, spanOf(lowering, at));
  const { condition, statements } = branch;
  if (condition === undefined) return lowerStatements(lowering, statements, place, at);
  const under = (assumed: Expr, lower: (inner: Place) => Expr): Expr => {
    const steps: readonly Step[] = [...place.steps, { kind: "assume", condition: assumed, span: assumed.span }];
    noteEvaluated(lowering, steps, assumed);
    const left = lower({ ...place, steps });
    return isLiteral(left, false) ? left : and([assumed, left], left.span);
  };
  const left = under(condition, (inner) => lowerStatements(lowering, statements, inner, at));
  if (rest.length === 0) return left;
  const otherwise = under(not(condition, condition.span), (inner) => lowerBranches(lowering, rest, inner, at));
  return or([left, otherwise], spanOf(lowering, at));
}

// `test && true` is `test`: an early return under one condition reads as that condition.
function simplified(expr: Expr): Expr {
  if (expr.kind !== "and") return expr;
  const needed = expr.operands.filter((operand) => !isLiteral(operand, true));
  return needed.length === 0 ? literal(true, expr.span) : and(needed, expr.span);
}

function lowerForOf(lowering: Lowering, statement: ForOfStatement, place: Place): void {
  const loop = loopOver(lowering, statement, place.scope);
  if (loop === undefined) return;
  const over = statement.getExpression();
  if (refuseUnordered(lowering, over, loop.list) !== undefined) return;
  const before = [...place.steps, ...loop.bindings.map((binding): Step => ({ kind: "let", ...binding }))];
  for (const list of visitedLists(lowering, loop.list)) {
    const item = freshName(lowering, loop.hint);
    const { steps, element } = eachStep(lowering, item, list, spanOf(lowering, over), before);
    noteEvaluated(lowering, steps, list);
    const scope = new Map(place.scope);
    const named = bindingSteps(lowering, loop.name, loop.bound(element), scope);
    const body = statement.getStatement();
    lowerStatements(lowering, [body], { steps: [...steps, ...named], scope, inLoop: true }, body);
  }
}

/** Notes steps that no report need follow. */
function noteEvaluated(lowering: Lowering, steps: readonly Step[], { span }: Expr): void {
  lowering.evaluated.push({ steps, target: literal(null, span), message: literal("", span), at: [], span });
}

function lowerConstants(
  lowering: Lowering,
  statement: VariableStatement,
  place: Place,
  go: (next: Place) => Expr,
): Expr {
  const scope = new Map(place.scope);
  const steps: Step[] = [];
  const wrappers: ((inner: Expr) => Expr)[] = [];
  for (const { name, initializer } of constantDeclarations(lowering, statement)) {
    const own: ((inner: Expr) => Expr)[] = [];
    bindPattern(lowering, name, lowerAny(lowering, initializer, scope), scope, own);
    for (const wrap of own) {
      const bound = wrap(literal(null, spanOf(lowering, initializer)));
      if (bound.kind === "let") steps.push({ kind: "let", name: bound.name, value: bound.value, span: bound.span });
    }
    wrappers.push(...own);
  }
  const reached = [...place.steps, ...steps];
  const [value] = steps.flatMap((step) => (step.kind === "let" ? [step.value] : []));
  if (value !== undefined) noteEvaluated(lowering, reached, value);
  const left = go({ ...place, scope, steps: reached });
  return isLiteral(left, false) ? left : wrappers.reduceRight((expr, wrap) => wrap(expr), left);
}

function lowerEffect(lowering: Lowering, statement: Statement, place: Place): void {
  if (Node.isFunctionDeclaration(statement) || Node.isEmptyStatement(statement)) return;
  if (!Node.isExpressionStatement(statement)) {
    if (isRefusedWithLoop(statement)) return;
    refuseStatement(lowering, statement);
    for (const inner of statementsWithin(statement)) {
      const scope = withRefusedNames(lowering, statement, place.scope);
      lowerStatements(lowering, [inner], { ...place, scope, inLoop: false }, inner);
    }
    return;
  }
  lowerEffectOf(lowering, statement.getExpression(), statement, place);
}

/** Lowers an expression that is evaluated for its effect: a report, or a mistake. */
function lowerEffectOf(lowering: Lowering, given: Node, statement: Statement, place: Place): void {
  const expression = unwrapped(given);
  if (
    Node.isCallExpression(expression) &&
    lowerAnyCallee(lowering, expression.getExpression(), place.scope) === "report"
  ) {
    lowerReport(lowering, expression, place.steps, place.scope);
    return;
  }
  const expr = lowerExpression(lowering, expression, place.scope);
  const isPlainReturn = Node.isReturnStatement(statement) && isLiteral(expr, null);
  if (!isPoison(expr) && !isPlainReturn) refuse(lowering, "uselessExpression", statement, {});
}

function lowerAnyCallee(lowering: Lowering, callee: Node, scope: Scope): "report" | undefined {
  if (Node.isIdentifier(callee)) {
    const symbol = callee.getSymbol();
    return symbol && scope.get(symbol.compilerSymbol)?.kind === "report" ? "report" : undefined;
  }
  if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== "report") return undefined;
  return lowerAny(lowering, callee, scope).kind === "report" ? "report" : undefined;
}

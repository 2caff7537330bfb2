import { type ForOfStatement, Node, type Statement } from "ts-morph";
import { bind, conditional, isLiteral, literal, or } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { elementType, optional } from "../ir/types.js";
import { mentions, substitute } from "../ir/visit.js";
import { lowerAny } from "./access.js";
import { lowerCondition } from "./conditional.js";
import { constantDeclarations } from "./declaration.js";
import { bindPattern } from "./function.js";
import { type Lowering, type Scope, freshName, isPoison, poison, spanOf, viewed } from "./lowering.js";
import { quantified } from "./iteration.js";
import { loopOver } from "./loop.js";
import { refuseUnordered } from "./order.js";
import { withBindings } from "./pairs.js";
import { refuseStatement } from "./refused-statement.js";
import { lowerExpression } from "./registry.js";
import { type Branch, endsClause, switchBranches } from "./switch.js";

/** What statements of a function come to: whether they return, and the value then. */
interface Outcome {
  readonly returns: Expr;
  readonly value: Expr;
}

/** The value that a list of statements returns; none when it ends without a return. */
export function lowerReturns(lowering: Lowering, statements: readonly Statement[], scope: Scope, at: Node): Expr {
  const { returns, value } = outcomeOf(lowering, statements, scope, at);
  if (isLiteral(returns, true) || isPoison(returns) || isPoison(value)) return value;
  if (isLiteral(returns, false)) return literal(null, value.span);
  // The element that a loop finds is none where no element returns.
  const isFound = value.kind === "find" && returns.kind === "quantified" && returns.item === value.item;
  return isFound ? value : conditional(returns, value, literal(null, value.span), value.span);
}

function outcomeOf(lowering: Lowering, statements: readonly Statement[], scope: Scope, at: Node): Outcome {
  const [statement, ...rest] = statements;
  const go = (next: readonly Statement[], inner: Scope = scope): Outcome => outcomeOf(lowering, next, inner, at);
  if (lowering.size.exceeded) return { returns: poison(lowering, at), value: poison(lowering, at) };
  if (statement === undefined) return falls(lowering, at);
  if (Node.isReturnStatement(statement)) {
    const value = statement.getExpression();
    const span = spanOf(lowering, statement);
    const returned = value === undefined ? literal(null, span) : lowerExpression(lowering, value, scope);
    return { returns: literal(true, span), value: returned };
  }
  if (Node.isContinueStatement(statement)) return falls(lowering, statement);
  if (Node.isBlock(statement)) return go([...statement.getStatements(), ...rest]);
  if (Node.isIfStatement(statement)) {
    const condition = lowerCondition(lowering, statement.getExpression(), scope);
    const otherwise = statement.getElseStatement();
    const branches: readonly Branch[] = [
      { condition, statements: [statement.getThenStatement()] },
      { statements: otherwise === undefined ? [] : [otherwise] },
    ];
    return chosen(lowering, branches, statement, (branch) => go([...branch.statements, ...rest]));
  }
  if (Node.isSwitchStatement(statement)) {
    const branches = [...switchBranches(lowering, statement, scope), { statements: [] }];
    return chosen(lowering, branches, statement, (branch) => go([...branch.statements, ...rest]));
  }
  if (Node.isBreakStatement(statement) && endsClause(statement)) return go(rest);
  if (Node.isForOfStatement(statement)) {
    const loop = loopOutcome(lowering, statement, scope);
    return loop === undefined ? go(rest) : inTurn(lowering, loop, go(rest), statement);
  }
  if (Node.isVariableStatement(statement)) {
    const inner = new Map(scope);
    const wrappers: ((inner: Expr) => Expr)[] = [];
    for (const { name, initializer } of constantDeclarations(lowering, statement)) {
      bindPattern(lowering, name, lowerAny(lowering, initializer, inner), inner, wrappers);
    }
    const { returns, value } = go(rest, inner);
    const wrapped = (expr: Expr): Expr => wrappers.reduceRight((body, wrap) => wrap(body), expr);
    return { returns: returns.kind === "literal" ? returns : wrapped(returns), value: wrapped(value) };
  }
  if (!Node.isFunctionDeclaration(statement) && !Node.isEmptyStatement(statement)) refuseStatement(lowering, statement);
  return go(rest);
}

function falls(lowering: Lowering, at: Node): Outcome {
  const span = spanOf(lowering, at);
  return { returns: literal(false, span), value: literal(null, span) };
}

/** The outcome of the first branch whose condition holds; the last one has none. */
function chosen(
  lowering: Lowering,
  branches: readonly Branch[],
  at: Node,
  outcome: (branch: Branch) => Outcome,
): Outcome {
  const [branch, ...rest] = branches;
  if (branch === undefined) return falls(lowering, at);
  const { condition } = branch;
  const then = outcome(branch);
  if (condition === undefined) return then;
  const otherwise = chosen(lowering, rest, at, outcome);
  const span = spanOf(lowering, at);
  return {
    returns: conditional(condition, then.returns, otherwise.returns, span),
    value: eitherValue(condition, then, otherwise, span),
  };
}

/** The value of one of two outcomes. What does not return has no value that anybody asks for. */
function eitherValue(condition: Expr, then: Outcome, otherwise: Outcome, span: Expr["span"]): Expr {
  if (isLiteral(then.returns, false)) return otherwise.value;
  if (isLiteral(otherwise.returns, false)) return then.value;
  return conditional(condition, then.value, otherwise.value, span);
}

/** The outcome of a loop, and of what follows it when no element returned. */
function inTurn(lowering: Lowering, loop: Outcome, next: Outcome, at: Node): Outcome {
  const span = spanOf(lowering, at);
  const returns = or([loop.returns, next.returns], span);
  // `for (const x of xs) { if (…) return x; } return undefined;` is a `find`, whose result keeps its place in the document.
  if (loop.value.kind === "find" && isLiteral(next.value, null)) return { returns, value: loop.value };
  return { returns, value: eitherValue(loop.returns, loop, next, span) };
}

/** A loop returns the value of its first element that returns. */
function loopOutcome(lowering: Lowering, statement: ForOfStatement, scope: Scope): Outcome | undefined {
  const loop = loopOver(lowering, statement, scope);
  if (loop === undefined) return undefined;
  const { list, name, bindings } = loop;
  const span = spanOf(lowering, statement);
  const item = freshName(lowering, loop.hint);
  const type = { value: elementType(list.type.value), optional: false };
  const element: Expr = { kind: "variable", name: item, type, span: spanOf(lowering, name) };
  const inner = new Map(scope);
  const wrappers: ((inner: Expr) => Expr)[] = [];
  bindPattern(lowering, name, loop.bound(element), inner, wrappers);
  const body = outcomeOf(lowering, [statement.getStatement()], inner, statement);
  const wrapped = (expr: Expr): Expr => wrappers.reduceRight((of, wrap) => wrap(of), expr);
  if (isPoison(body.value) || isPoison(body.returns)) return { ...body, returns: poison(lowering, statement) };
  const condition = wrapped(body.returns);
  const some = quantified(lowering, "some", item, list, condition, span);
  const returns = withBindings(bindings, some);
  const value = wrapped(body.value);
  if (!mentions(value, item)) return { returns, value };
  const unordered = refuseUnordered(lowering, statement.getExpression(), list);
  if (unordered !== undefined) return { returns: unordered, value: unordered };
  const found: Expr = { kind: "find", item, list: viewed(lowering, list), body: condition, type: optional(type), span };
  if (value.kind === "variable" && bindings.length === 0) return { returns, value: found };
  const hit = freshName(lowering, `returning_${item}`);
  const known: Expr = { kind: "variable", name: hit, type, span };
  return { returns, value: withBindings(bindings, bind(hit, found, substitute(value, item, known), span)) };
}

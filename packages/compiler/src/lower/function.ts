import {
  type ts,
  type ArrayBindingPattern,
  type ArrowFunction,
  type BindingElement,
  type BindingName,
  type CallExpression,
  type FunctionDeclaration,
  type FunctionExpression,
  type MethodDeclaration,
  Node,
} from "ts-morph";
import { bind, coalesce, element, isCheap, literal } from "../ir/build.js";
import type { Expr, Step } from "../ir/nodes.js";
import { firstOf, lowerAny, readMember } from "./access.js";
import {
  type Lowered,
  type Lowering,
  type Scope,
  freshName,
  isPoison,
  refuse,
  sourceText,
  spanOf,
} from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { syncRewrite } from "./rewrite/definition.js";
import { refuseUnordered } from "./order.js";
import { type Pairs } from "./pairs.js";
import { isAtPositions } from "./place.js";
import { lowerReturns } from "./returns.js";
import { typeNoun } from "./types.js";

/** A function whose body can be put in the place of a call. */
export type Inlinable = ArrowFunction | FunctionDeclaration | FunctionExpression | MethodDeclaration;

export function isInlinable(node: Node): node is Inlinable {
  return (
    Node.isArrowFunction(node) ||
    Node.isFunctionDeclaration(node) ||
    Node.isFunctionExpression(node) ||
    Node.isMethodDeclaration(node)
  );
}

/** Whether a call does not run the body to its end: it gives a promise or an iterator instead. */
export function isDeferred(fn: Inlinable): boolean {
  return fn.isAsync() || (!Node.isArrowFunction(fn) && fn.isGenerator());
}

/** Refuses a function that is deferred, at the word that makes it so. */
export function refuseDeferred(lowering: Lowering, fn: Inlinable): Expr {
  const star = Node.isArrowFunction(fn) ? undefined : fn.getAsteriskToken();
  return refuse(lowering, "statement", fn.getAsyncKeyword() ?? star ?? fn, deferred, syncRewrite(fn));
}

const deferred = { what: "an async function or a generator", instead: "return the value itself" };

/** Puts the body of a function of the author's modules in the place of a call. */
export function inlineFunction(lowering: Lowering, call: CallExpression, body: Node, scope: Scope): Expr {
  if (!isInlinable(body)) return refuse(lowering, "unknownCall", call, { text: sourceText(call.getExpression()) });
  const spread = call.getArguments().find((argument) => Node.isSpreadElement(argument));
  if (spread !== undefined) {
    return refuse(lowering, "expression", spread, {
      what: "spread in a call",
      instead: "pass the arguments one by one",
    });
  }
  const args = call.getArguments().map((argument) => lowerAny(lowering, argument, scope));
  const reporter = call.getArguments().find((_, index) => args[index]?.kind === "report");
  if (reporter !== undefined) return refuse(lowering, "reportUse", reporter, {});
  return applyFunction(lowering, body, args, enclosingScope(body, scope), call);
}

// A function declared inside a predicate sees the names around it; they keep their symbols, so the caller's scope serves.
export function enclosingScope(body: Inlinable, scope: Scope): Scope {
  const declaration = Node.isFunctionDeclaration(body) ? body : body.getParent();
  const topLevel =
    declaration.getParent() === body.getSourceFile() || declaration.getFirstAncestor(isInlinable) === undefined;
  return topLevel ? new Map() : scope;
}

/** The value of a function's body for the arguments. */
export function applyFunction(
  lowering: Lowering,
  fn: Inlinable,
  args: readonly Lowered[],
  scope: Scope,
  at: Node,
): Expr {
  if (isDeferred(fn)) return refuseDeferred(lowering, fn);
  if (lowering.inlining.includes(fn)) return refuse(lowering, "recursion", at, { name: nameOf(fn) });
  lowering.inlining.push(fn);
  const result = withParameters(lowering, fn, args, scope, at, (inner) => lowerBody(lowering, fn, inner));
  lowering.inlining.pop();
  return result;
}

function nameOf(fn: Inlinable): string {
  const parent = fn.getParent();
  return Node.isFunctionDeclaration(fn) || Node.isMethodDeclaration(fn)
    ? (fn.getName() ?? "the function")
    : Node.isVariableDeclaration(parent)
      ? parent.getName()
      : "the function";
}

function lowerBody(lowering: Lowering, fn: Inlinable, scope: Scope): Expr {
  const body = fn.getBody();
  if (body === undefined) return refuse(lowering, "unknownCall", fn, { text: nameOf(fn) });
  return Node.isBlock(body)
    ? lowerReturns(lowering, body.getStatements(), scope, body)
    : lowerExpression(lowering, body, scope);
}

function withParameters(
  lowering: Lowering,
  fn: Inlinable,
  args: readonly Lowered[],
  scope: Scope,
  at: Node,
  body: (scope: Scope) => Expr,
): Expr {
  const wrappers: ((inner: Expr) => Expr)[] = [];
  const inner = new Map(scope);
  for (const [index, parameter] of fn.getParameters().entries()) {
    if (parameter.isRestParameter()) {
      const what = { what: "a rest parameter", instead: "name the parameters" };
      bindRefused(parameter.getNameNode(), refuse(lowering, "expression", parameter, what), inner);
      continue;
    }
    const given: Lowered = args[index] ?? { kind: "value", expr: literal(null, spanOf(lowering, at)) };
    const initializer = parameter.getInitializer();
    const value =
      initializer === undefined || given.kind !== "value"
        ? given
        : valued(coalesce(given.expr, lowerExpression(lowering, initializer, inner), spanOf(lowering, parameter)));
    bindPattern(lowering, parameter.getNameNode(), value, inner, wrappers);
  }
  return wrappers.reduceRight((expr, wrap) => wrap(expr), body(inner));
}

const valued = (expr: Expr): Lowered => ({ kind: "value", expr });

/**
 * Binds a name or an object pattern to a value. A value that is more than a read of the document is named by a `let`, whose
 * wrapper is appended; the caller puts the wrappers around the body.
 */
export function bindPattern(
  lowering: Lowering,
  pattern: BindingName,
  given: Lowered,
  scope: Map<ts.Symbol, Lowered>,
  wrappers: ((inner: Expr) => Expr)[],
): void {
  if (Node.isArrayBindingPattern(pattern)) {
    bindElements(lowering, pattern, given, scope, wrappers);
    return;
  }
  const value = named(lowering, Node.isIdentifier(pattern) ? pattern.getText() : "value", given, pattern, wrappers);
  if (Node.isIdentifier(pattern)) {
    const symbol = pattern.getSymbol();
    if (symbol !== undefined) scope.set(symbol.compilerSymbol, value);
    return;
  }
  for (const element of pattern.getElements()) {
    const property = element.getPropertyNameNode() ?? element.getNameNode();
    if (element.getDotDotDotToken() !== undefined || Node.isComputedPropertyName(property)) {
      const what = { what: "this destructuring", instead: "name each member" };
      bindRefused(element.getNameNode(), refuse(lowering, "expression", element, what), scope);
      continue;
    }
    const name = Node.isStringLiteral(property) ? property.getLiteralText() : property.getText();
    const read = readMember(lowering, value, name, pattern.getType(), element);
    const initializer = element.getInitializer();
    const member =
      initializer === undefined || read.kind !== "value"
        ? read
        : valued(coalesce(read.expr, lowerExpression(lowering, initializer, scope), spanOf(lowering, element)));
    bindPattern(lowering, element.getNameNode(), member, scope, wrappers);
  }
}

/** Binds the names of a list pattern to the first elements of a list, or to a key and its value. */
function bindElements(
  lowering: Lowering,
  pattern: ArrayBindingPattern,
  given: Lowered,
  scope: Map<ts.Symbol, Lowered>,
  wrappers: ((inner: Expr) => Expr)[],
): void {
  const list = named(lowering, "elements", given, pattern, wrappers);
  for (const [position, binding] of pattern.getElements().entries()) {
    if (!Node.isBindingElement(binding)) continue;
    const name = binding.getNameNode();
    const at = elementOf(lowering, list, position, binding);
    const initializer = binding.getInitializer();
    const value =
      initializer === undefined || isPoison(at)
        ? at
        : coalesce(at, lowerExpression(lowering, initializer, scope), spanOf(lowering, binding));
    if (isPoison(value)) bindRefused(name, value, scope);
    else bindPattern(lowering, name, valued(value), scope, wrappers);
  }
}

function elementOf(lowering: Lowering, list: Lowered, position: number, binding: BindingElement): Expr {
  const span = spanOf(lowering, binding);
  if (binding.getDotDotDotToken() !== undefined) {
    const what = { what: "a rest element", instead: "take it with `slice`: `const rest = list.slice(1)`" };
    return refuse(lowering, "expression", binding, what);
  }
  if (list.kind === "pair" && position < 2) return position === 0 ? list.key : list.value;
  if (list.kind === "value" && isPoison(list.expr)) return list.expr;
  if (list.kind !== "value" || list.expr.type.value.kind !== "list") {
    const type = list.kind === "value" ? typeNoun(list.expr.type) : "no list";
    const pattern = binding.getParentOrThrow();
    return refuse(lowering, "opaque", pattern, { text: sourceText(pattern), type, use: "taken apart as a list" });
  }
  const unordered = refuseUnordered(lowering, binding, list.expr);
  if (unordered !== undefined) return unordered;
  const first = position === 0 ? firstOf(lowering, list.expr, span) : undefined;
  return first ?? element(list.expr, literal(position, span), span);
}

// The names of a refused pattern are known, so that each of their uses is not refused again.
function bindRefused(pattern: BindingName, refused: Expr, scope: Map<ts.Symbol, Lowered>): void {
  if (Node.isIdentifier(pattern)) {
    const symbol = pattern.getSymbol();
    if (symbol !== undefined) scope.set(symbol.compilerSymbol, valued(refused));
    return;
  }
  for (const element of pattern.getElements()) {
    if (Node.isBindingElement(element)) bindRefused(element.getNameNode(), refused, scope);
  }
}

/** Binds a pattern among the steps of a rule: the steps that its names need. */
export function bindingSteps(
  lowering: Lowering,
  pattern: BindingName,
  given: Lowered,
  scope: Map<ts.Symbol, Lowered>,
): readonly Step[] {
  const wrappers: ((inner: Expr) => Expr)[] = [];
  bindPattern(lowering, pattern, given, scope, wrappers);
  return wrappers.flatMap((wrap): readonly Step[] => {
    const bound = wrap(literal(null, spanOf(lowering, pattern)));
    return bound.kind === "let" ? [{ kind: "let", name: bound.name, value: bound.value, span: bound.span }] : [];
  });
}

function named(
  lowering: Lowering,
  name: string,
  given: Lowered,
  at: Node,
  wrappers: ((inner: Expr) => Expr)[],
): Lowered {
  if (given.kind === "pairs") return namedPairs(given, wrappers);
  if (given.kind !== "value" || isCheap(given.expr)) return given;
  const { expr } = given;
  const fresh = freshName(lowering, name);
  const span = spanOf(lowering, at);
  if (isView(expr)) lowering.views.set(fresh, expr);
  wrappers.push((inner) => bind(fresh, expr, inner, span));
  return valued({ kind: "variable", name: fresh, type: expr.type, span });
}

function namedPairs(pairs: Pairs, wrappers: ((inner: Expr) => Expr)[]): Pairs {
  for (const { name, value, span } of pairs.bindings) wrappers.push((inner) => bind(name, value, inner, span));
  return { ...pairs, bindings: [] };
}

// A filtered list: what its elements stand in is only known here.
function isView(expr: Expr): boolean {
  if (expr.kind === "coalesce") return expr.right.kind === "list" && isView(expr.left);
  return expr.kind === "filter" || expr.kind === "flatMap" || expr.kind === "concat" || isAtPositions(expr);
}

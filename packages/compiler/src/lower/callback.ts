import { type CallExpression, Node } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { functionOf } from "./call.js";
import { refuseTruth } from "./conditional.js";
import { declarationOf } from "./constant.js";
import { type Inlinable, applyFunction, enclosingScope, isInlinable } from "./function.js";
import { type Lowered, type Lowering, type Scope, isPoison, poison, refuse } from "./lowering.js";
import { unwrapped } from "./transparent.js";

/** A function that a method is given. */
export interface Callback {
  readonly fn: Inlinable;
  readonly argument: Node;
}

/** The callback of a method call; undefined after a diagnostic when there is none that takes at most so many arguments. */
export function callbackOf(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  most: number,
): Callback | undefined {
  const [argument, ...others] = node.getArguments();
  const fn = argument && functionBehind(argument);
  const parameters = fn?.getParameters() ?? [];
  const fits = parameters.length <= most && !parameters.some((parameter) => parameter.isRestParameter());
  if (argument !== undefined && fn !== undefined && others.length === 0 && fits) return { fn, argument };
  refuse(lowering, "callback", argument ?? node, { method, most });
  return undefined;
}

function functionBehind(node: Node): Inlinable | undefined {
  const inner = unwrapped(node);
  if (isInlinable(inner)) return inner;
  if (!Node.isIdentifier(inner)) return undefined;
  const declaration = declarationOf(inner);
  const body = declaration && functionOf(declaration);
  return body && isInlinable(body) ? body : undefined;
}

/** What a callback gives for its arguments. One written in place sees the names around it; a named one those of its declaration. */
export function applyCallback(
  lowering: Lowering,
  { fn, argument }: Callback,
  args: readonly Lowered[],
  scope: Scope,
): Expr {
  return applyFunction(lowering, fn, args, enclosingScope(fn, scope), argument);
}

/** The same for a callback that tests: what it gives must be a boolean. */
export function applyTest(lowering: Lowering, callback: Callback, args: readonly Lowered[], scope: Scope): Expr {
  const body = applyCallback(lowering, callback, args, scope);
  if (isPoison(body) || body.type.value.kind === "bool" || body.type.value.kind === "none") return body;
  return refuseTruth(lowering, resultOf(callback.fn) ?? callback.argument, body);
}

/** The test that a method call is given, applied; a refused value when it has none. */
export function conditionOf(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  args: readonly Lowered[],
  scope: Scope,
): Expr {
  const callback = callbackOf(lowering, node, method, args.length);
  return callback === undefined ? poison(lowering, node) : applyTest(lowering, callback, args, scope);
}

// What an arrow function gives, where that is one expression.
export function resultOf(callback: Inlinable): Node | undefined {
  const body = callback.getBody();
  return body === undefined || Node.isBlock(body) ? undefined : body;
}

import { type CallExpression, Node } from "ts-morph";
import { coalesce, conditional, isNone, not, or } from "../ir/build.js";
import { sdkDeclaration } from "../source/discover.js";
import { type Place, readArgument } from "./argument.js";
import { type Lowered, type Lowering, type Scope, isPoison, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";

/**
 * What `effectiveSecurityContext(pod, container)` gives: no value, but two objects of the document. Each of its members is read in the
 * one, else in the other, so that the shape guard asks for both, and every target has it.
 */
export interface Effective {
  readonly kind: "effective";
  readonly part: "securityContext" | "windowsOptions";
  readonly own: Place;
  readonly handedDown: Place;
}

/** Whether a call merges the security contexts of a Pod and a container. */
export function isEffectiveCall(node: Node): node is CallExpression {
  if (!Node.isCallExpression(node)) return false;
  const declaration = sdkDeclaration(node.getExpression());
  return (
    declaration !== undefined &&
    Node.isFunctionDeclaration(declaration) &&
    declaration.getName() === "effectiveSecurityContext"
  );
}

/** The two security contexts that a call merges; what was refused already where one of the arguments was. */
export function effectiveOf(lowering: Lowering, node: CallExpression, scope: Scope): Lowered {
  const [pod, container] = node.getArguments();
  if (pod === undefined || container === undefined) throw new Error("the type checker asks for two arguments");
  const below = (base: Place, name: string): Place => readArgument(lowering, base, name, node);
  const given = (argument: Node): Place => ({
    expr: lowerExpression(lowering, argument, scope),
    type: argument.getType(),
  });
  const own = below(given(container), "securityContext");
  const handedDown = below(below(given(pod), "spec"), "securityContext");
  const poisoned = [own.expr, handedDown.expr].find(isPoison);
  if (poisoned !== undefined) return { kind: "value", expr: poisoned };
  return { kind: "effective", part: "securityContext", own, handedDown };
}

/** A member of merged security contexts. */
export function readEffective(
  lowering: Lowering,
  { part, own, handedDown }: Effective,
  name: string,
  node: Node,
): Lowered {
  const mine = readArgument(lowering, own, name, node);
  if (isPoison(mine.expr)) return { kind: "value", expr: mine.expr };
  // What the Pod's type does not have, only a container sets.
  if (handedDown.type.getNonNullableType().getProperty(name) === undefined) return { kind: "value", expr: mine.expr };
  const theirs = readArgument(lowering, handedDown, name, node);
  if (part === "securityContext" && name === "windowsOptions")
    return { kind: "effective", part: "windowsOptions", own: mine, handedDown: theirs };
  const span = spanOf(lowering, node);
  if (part === "windowsOptions" && credential.includes(name)) {
    const hasCredential = or(
      credential.map((one) => not(isNone(readArgument(lowering, own, one, node).expr, span), span)),
      span,
    );
    return { kind: "value", expr: conditional(hasCredential, mine.expr, theirs.expr, span) };
  }
  return { kind: "value", expr: coalesce(mine.expr, theirs.expr, span) };
}

/** The two that are one setting: a container that makes either has neither from its Pod. */
const credential: readonly string[] = ["gmsaCredentialSpec", "gmsaCredentialSpecName"];

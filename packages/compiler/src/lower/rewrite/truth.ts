import { Node, SyntaxKind } from "ts-morph";
import type { Type } from "../../ir/types.js";
import { type Rewrite, isReference, operandText, replaced } from "./edit.js";
import { type Binding, asksTruth, fitted, isLogical, isNegation, outermost } from "./position.js";

/** What is known of a value whose truth is asked for. */
export interface Asked {
  readonly type: Type;
  /** The API server drops the field at its zero value, so that it is there or true, and nothing between. */
  readonly zeroDropped: boolean;
  /** The API server writes the field always. */
  readonly alwaysPresent: boolean;
}

/** The test that is meant by the truth of a value that is no boolean, or the default that is meant by `||`. */
export function truthRewrite(node: Node, asked: Asked): Rewrite | undefined {
  if (asked.alwaysPresent) return undefined;
  if (!asksTruth(node)) return defaultRewrite(node, asked);
  const { target, negated } = negatedAround(node);
  const test = testOf(node, asked, negated);
  return test && replaced(target, fitted(target, test.text, test.binding));
}

/** The expression that is tested, with the `!` around it. */
function negatedAround(node: Node): { readonly target: Node; readonly negated: boolean } {
  let target = node;
  let negated = false;
  for (let parent = outermost(target).getParent(); parent !== undefined && isNegation(parent);) {
    target = parent;
    negated = !negated;
    parent = outermost(target).getParent();
  }
  return { target, negated };
}

interface Test {
  readonly text: string;
  readonly binding: Binding;
}

function testOf(node: Node, { type, zeroDropped }: Asked, negated: boolean): Test | undefined {
  const text = operandText(node);
  const zero = zeroOf(type);
  const compared = (with_: string): Test => ({
    text: `${text} ${negated ? "===" : "!=="} ${with_}`,
    binding: "comparison",
  });
  if (!type.optional && !zeroDropped)
    return zero === undefined ? undefined : (lengthTest(node, negated) ?? compared(zero));
  if (zeroDropped || zero === undefined) return type.value.kind === "json" ? undefined : compared("undefined");
  // A value without a name is asked once; a named one twice, so that the type checker learns that it is there.
  if (!isReference(node) || isLength(node)) {
    const defaulted = `(${node.getText()} ?? ${zero})`;
    const operator = isLength(node) && !negated ? ">" : negated ? "===" : "!==";
    return { text: `${defaulted} ${operator} ${zero}`, binding: "comparison" };
  }
  return negated
    ? { text: `${text} === undefined || ${text} === ${zero}`, binding: "or" }
    : { text: `${text} !== undefined && ${text} !== ${zero}`, binding: "and" };
}

/** The value of a type that counts as false beside absence; undefined where none does, or where a test of it is no way to ask. */
function zeroOf({ value: { kind } }: Type): string | undefined {
  if (kind === "string") return `""`;
  return kind === "int" || kind === "number" ? "0" : undefined;
}

function isLength(node: Node): boolean {
  return Node.isPropertyAccessExpression(node) && node.getName() === "length";
}

function lengthTest(node: Node, negated: boolean): Test | undefined {
  return isLength(node) ? { text: `${node.getText()} ${negated ? "===" : ">"} 0`, binding: "comparison" } : undefined;
}

/** `name || "none"` with `??`, or with a test where an empty text or a zero is replaced, too. */
function defaultRewrite(node: Node, { type, zeroDropped }: Asked): Rewrite | undefined {
  const whole = outermost(node).getParent();
  if (!Node.isBinaryExpression(whole) || whole.getOperatorToken().getKind() !== SyntaxKind.BarBarToken)
    return undefined;
  const [left, right] = [whole.getLeft(), whole.getRight()];
  const parent = whole.getParent();
  if (left !== outermost(node) || isLogical(right) || (parent !== undefined && isLogical(parent))) return undefined;
  const zero = zeroOf(type);
  if (zero === undefined || (zeroDropped && type.optional)) {
    const isPresenceAlone = type.optional && ["list", "map", "record"].includes(type.value.kind);
    if (!zeroDropped && !isPresenceAlone) return undefined;
    return replaced(whole, fitted(whole, `${left.getText()} ?? ${right.getText()}`, "choice"));
  }
  if (!isReference(node)) return undefined;
  const text = node.getText();
  const chosen = type.optional
    ? `${text} !== undefined && ${text} !== ${zero} ? ${text} : ${right.getText()}`
    : `${text} === ${zero} ? ${right.getText()} : ${text}`;
  return replaced(whole, fitted(whole, chosen, "choice"));
}

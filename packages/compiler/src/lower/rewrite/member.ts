import { type BinaryExpression, type CallExpression, type ElementAccessExpression, Node } from "ts-morph";
import { unwrapped } from "../transparent.js";
import { type Rewrite, operandText, replaced, textWith } from "./edit.js";
import { fitted } from "./position.js";

/** `spec[field]` with a constant `field` as `spec.hostname`. */
export function namedMemberRewrite(node: ElementAccessExpression): Rewrite | undefined {
  const name = node.getArgumentExpression()?.getType().getLiteralValue();
  if (typeof name !== "string" || !/^[A-Za-z_$][\w$]*$/.test(name)) return undefined;
  const dot = node.hasQuestionDotToken() ? "?." : ".";
  return replaced(node, `${node.getExpression().getText()}${dot}${name}`);
}

/** `"hostname" in spec` as `spec.hostname !== undefined`. */
export function memberTestRewrite(
  node: BinaryExpression,
  alwaysPresent: (name: string) => boolean,
): Rewrite | undefined {
  const key = unwrapped(node.getLeft());
  const of = node.getRight();
  const name = Node.isStringLiteral(key) ? key.getLiteralText() : undefined;
  if (name === undefined || of.getType().getProperty(name) === undefined || alwaysPresent(name)) return undefined;
  const member = /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${key.getText()}]`;
  return replaced(node, fitted(node, `${operandText(of)}${member} !== undefined`, "comparison"));
}

/** `["a"]: 3` as `"a": 3`. */
export function computedKeyRewrite(property: Node): Rewrite | undefined {
  const name = Node.isPropertyAssignment(property) ? property.getNameNode() : undefined;
  if (name === undefined || !Node.isComputedPropertyName(name)) return undefined;
  const key = unwrapped(name.getExpression());
  return Node.isStringLiteral(key) ? replaced(name, key.getText()) : undefined;
}

/** `list.map((x) => y).includes(z)` as `list.some((x) => y === z)`, which a `y` that is absent does not disturb. */
export function mappedIncludesRewrite(map: CallExpression): Rewrite | undefined {
  const access = map.getParent();
  const includes = access?.getParent();
  const callee = map.getExpression();
  if (!Node.isPropertyAccessExpression(access) || access.getName() !== "includes" || !Node.isCallExpression(includes))
    return undefined;
  const [value, ...others] = includes.getArguments();
  const [callback] = map.getArguments();
  if (value === undefined || others.length > 0 || !Node.isPropertyAccessExpression(callee)) return undefined;
  if (callback === undefined || !Node.isArrowFunction(callback) || Node.isBlock(callback.getBody())) return undefined;
  const body = callback.getBody();
  const test = textWith(callback, [{ node: body, text: `${operandText(body)} === ${operandText(value)}` }]);
  return replaced(includes, textWith(callee, [{ node: callee.getNameNode(), text: "some" }]) + `(${test})`);
}

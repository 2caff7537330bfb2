import { type BinaryExpression, type CallExpression, Node } from "ts-morph";
import { type Rewrite, replaced } from "./edit.js";
import { sdkName } from "./sdk-name.js";
import { numberOf } from "../numeric-literal.js";

/** Methods of texts, and the intrinsics that are meant by them. */
const forMethods: Readonly<Record<string, { readonly intrinsic: string; readonly positions: boolean }>> = {
  toLowerCase: { intrinsic: "asciiLowerCase", positions: false },
  toLocaleLowerCase: { intrinsic: "asciiLowerCase", positions: false },
  toUpperCase: { intrinsic: "asciiUpperCase", positions: false },
  toLocaleUpperCase: { intrinsic: "asciiUpperCase", positions: false },
  trim: { intrinsic: "asciiTrim", positions: false },
  slice: { intrinsic: "codePointSlice", positions: true },
  substring: { intrinsic: "codePointSlice", positions: true },
};

/** `text.toLowerCase()` as `asciiLowerCase(text)`, with the import. */
export function textMethodRewrite(node: CallExpression): Rewrite | undefined {
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee) || !Object.hasOwn(forMethods, callee.getName())) return undefined;
  const found = forMethods[callee.getName()];
  const args = node.getArguments();
  if (found === undefined || (found.positions ? !areRisingPositions(args) : args.length > 0)) return undefined;
  return called(node, node, found.intrinsic, [callee.getExpression(), ...args]);
}

// What JavaScript counts from the end, or takes the other way round, has another meaning in the intrinsic.
function areRisingPositions(args: readonly Node[]): boolean {
  const values = args.map((arg) => (Node.isNumericLiteral(arg) ? numberOf(arg) : Number.NaN));
  const [start = Number.NaN, end = start] = values;
  return args.length <= 2 && values.every(Number.isSafeInteger) && start <= end;
}

/** `text.length` as `codePointLength(text)`. */
export function textLengthRewrite(node: Node): Rewrite | undefined {
  if (!Node.isPropertyAccessExpression(node)) return undefined;
  return called(node, node, "codePointLength", [node.getExpression()]);
}

/** `a === b` of quantities as `compareQuantities(a, b) === 0`. */
export function quantityEqualityRewrite(node: BinaryExpression): Rewrite | undefined {
  const name = sdkName(node, "compareQuantities");
  const operator = node.getOperatorToken().getText();
  if (name === undefined) return undefined;
  const call = `${name.call}(${node.getLeft().getText()}, ${node.getRight().getText()})`;
  return replaced(node, `${call} ${operator} 0`, ...name.imports);
}

/** `Math.max(a, b)` as `max([a, b])`, whose value is there because the list has elements. */
export function mathRewrite(math: Node): Rewrite | undefined {
  const callee = math.getParent();
  const call = callee?.getParent();
  if (!Node.isPropertyAccessExpression(callee) || !Node.isCallExpression(call) || call.getExpression() !== callee)
    return undefined;
  const method = callee.getName();
  const args = call.getArguments();
  if ((method !== "max" && method !== "min") || args.length === 0) return undefined;
  const name = sdkName(math, method);
  // Of nothing, JavaScript says that it is infinite.
  if (name === undefined || args.some((arg) => Node.isSpreadElement(arg))) return undefined;
  const list = args.map((arg) => arg.getText()).join(", ");
  return replaced(call, `(${name.call}([${list}]) ?? 0)`, ...name.imports);
}

function called(at: Node, whole: Node, intrinsic: string, args: readonly Node[]): Rewrite | undefined {
  const name = sdkName(at, intrinsic);
  if (name === undefined) return undefined;
  const [receiver, ...others] = args;
  // The call has its own parentheses.
  const first = receiver === undefined ? [] : [innermost(receiver).getText()];
  return replaced(
    whole,
    `${name.call}(${[...first, ...others.map((arg) => arg.getText())].join(", ")})`,
    ...name.imports,
  );
}

function innermost(node: Node): Node {
  return Node.isParenthesizedExpression(node) ? innermost(node.getExpression()) : node;
}

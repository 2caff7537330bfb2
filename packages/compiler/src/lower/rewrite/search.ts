import { type CallExpression, Node } from "ts-morph";
import { translateRegex } from "../../regex/index.js";
import { againstConstant, equality, positionAsked } from "./comparison.js";
import { type Rewrite, isReference, operandText, replaced } from "./edit.js";
import { type Binding, asksTruth, fitted } from "./position.js";

/** A method call taken apart: `receiver?.method(…)`. */
interface MethodCall {
  readonly receiver: Node;
  readonly method: string;
  /** `?.` or `.`. */
  readonly dot: string;
  readonly args: readonly Node[];
}

function methodCall(node: CallExpression): MethodCall | undefined {
  const callee = node.getExpression();
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const dot = callee.hasQuestionDotToken() ? "?." : ".";
  return { receiver: callee.getExpression(), method: callee.getName(), dot, args: node.getArguments() };
}

/** A chain that ends early where something in it is absent. */
function isOptionalChain(node: Node): boolean {
  if (Node.isPropertyAccessExpression(node) || Node.isElementAccessExpression(node) || Node.isCallExpression(node))
    return node.hasQuestionDotToken() || isOptionalChain(node.getExpression());
  return false;
}

function written(whole: Node, text: string, negated: boolean, binding: Binding = "operand"): Rewrite {
  return negated && binding !== "operand"
    ? replaced(whole, `!(${text})`)
    : replaced(whole, fitted(whole, negated ? `!${text}` : text, negated ? "operand" : binding));
}

/** The methods of texts and lists that give a position: what a comparison of it asks is a test of its own. */
export function searchRewrite(node: CallExpression, of: "text" | "list"): Rewrite | undefined {
  const call = methodCall(node);
  if (call === undefined) return undefined;
  const { method } = call;
  if (method === "indexOf" || method === "lastIndexOf") return indexRewrite(node, call, of);
  if (method === "findIndex" || method === "findLastIndex" || method === "findLast") return findRewrite(node, call);
  if (of === "list") return undefined;
  if (method === "charAt" || method === "at") return characterRewrite(node, call);
  if (method === "localeCompare") return orderRewrite(node, call);
  if (method === "match" || method === "search") return matchRewrite(node, call.receiver, call.args[0]);
  return undefined;
}

function indexRewrite(node: CallExpression, call: MethodCall, of: "text" | "list"): Rewrite | undefined {
  const comparison = againstConstant(node);
  const asked = comparison && positionAsked(comparison);
  const [part, ...others] = call.args;
  if (comparison === undefined || asked === undefined || part === undefined || others.length > 0) return undefined;
  const receiver = `${call.receiver.getText()}${call.dot}`;
  const isOptional = isOptionalChain(node);
  if (asked === "found" || asked === "missing") {
    // Of an absent value JavaScript says that the part was not missing, which nobody means.
    if (isOptional) return undefined;
    return written(comparison.whole, `${receiver}includes(${part.getText()})`, asked === "missing");
  }
  if (call.method === "lastIndexOf") return undefined;
  if (of === "text")
    return written(comparison.whole, `${receiver}startsWith(${part.getText()})`, asked === "elsewhere");
  const first = `${call.receiver.getText()}${call.dot === "?." ? "?." : ""}[0]`;
  return written(
    comparison.whole,
    `${first} ${asked === "first" ? "===" : "!=="} ${operandText(part)}`,
    false,
    "comparison",
  );
}

/** `find` and its like, where only existence is asked. */
export function findRewrite(node: CallExpression, call = methodCall(node)): Rewrite | undefined {
  const comparison = againstConstant(node);
  if (call === undefined || comparison === undefined || call.args.length !== 1) return undefined;
  const gives = call.method.endsWith("Index") ? "position" : "element";
  const existence = { equal: "missing", different: "found", other: undefined }[
    equality(comparison.operator) ?? "other"
  ];
  const isPresence = comparison.constant === undefined || comparison.constant === null;
  const asked = gives === "position" ? positionAsked(comparison) : isPresence ? existence : undefined;
  if (asked !== "found" && asked !== "missing") return undefined;
  if (gives === "position" && isOptionalChain(node)) return undefined;
  const text = `${call.receiver.getText()}${call.dot}some(${call.args[0]?.getText() ?? ""})`;
  return written(comparison.whole, text, asked === "missing");
}

/** `text.charAt(0) === "a"`, `text[0] === "a"`, `text.at(-1) === "a"`: how the text starts or ends. */
function characterRewrite(node: CallExpression, { receiver, dot, method, args }: MethodCall): Rewrite | undefined {
  const position = args[0]?.getText() ?? "0";
  if (position === "0") return endRewrite(node, `${receiver.getText()}${dot}startsWith`);
  return position === "-1" && method === "at" ? endRewrite(node, `${receiver.getText()}${dot}endsWith`) : undefined;
}

/** The same for an index. */
export function indexedTextRewrite(node: Node): Rewrite | undefined {
  if (!Node.isElementAccessExpression(node) || node.getArgumentExpression()?.getText() !== "0") return undefined;
  const dot = node.hasQuestionDotToken() ? "?." : ".";
  return endRewrite(node, `${node.getExpression().getText()}${dot}startsWith`);
}

function endRewrite(node: Node, test: string): Rewrite | undefined {
  const comparison = againstConstant(node);
  const asked = comparison && equality(comparison.operator);
  if (comparison === undefined || asked === undefined || typeof comparison.constant !== "string") return undefined;
  // One UTF-16 unit that is a character of its own.
  if (comparison.constant.length !== 1 || !comparison.constant.isWellFormed()) return undefined;
  return written(comparison.whole, `${test}(${JSON.stringify(comparison.constant)})`, asked === "different");
}

function orderRewrite(node: CallExpression, { receiver, args }: MethodCall): Rewrite | undefined {
  const comparison = againstConstant(node);
  const asked = comparison?.constant === 0 ? equality(comparison.operator) : undefined;
  const [other, ...others] = args;
  if (comparison === undefined || asked === undefined || other === undefined || others.length > 0) return undefined;
  if (isOptionalChain(node)) return undefined;
  const operator = asked === "equal" ? "===" : "!==";
  return written(comparison.whole, `${operandText(receiver)} ${operator} ${operandText(other)}`, false, "comparison");
}

/** `text.match(/…/)`, `text.search(/…/)`, `/…/.exec(text)`, where only a match is asked for. */
export function matchRewrite(node: CallExpression, text: Node, pattern: Node | undefined): Rewrite | undefined {
  const regex =
    pattern !== undefined && Node.isRegularExpressionLiteral(pattern) ? translatable(pattern.getText()) : undefined;
  if (regex === undefined) return undefined;
  const asked = matchAsked(node);
  if (asked === undefined) return undefined;
  const { whole, negated } = asked;
  const isOptional = isOptionalChain(text) || isOptionalChain(node);
  if (!isOptional) return written(whole, `${regex}.test(${text.getText()})`, negated);
  if (negated || !isReference(text)) return undefined;
  return written(whole, `${text.getText()} !== undefined && ${regex}.test(${text.getText()})`, false, "and");
}

function matchAsked(node: CallExpression): { readonly whole: Node; readonly negated: boolean } | undefined {
  const comparison = againstConstant(node);
  if (comparison === undefined) return asksTruth(node) && !isSearch(node) ? { whole: node, negated: false } : undefined;
  const { whole, constant, operator } = comparison;
  const asked = isSearch(node)
    ? positionAsked(comparison)
    : constant === null
      ? ({ equal: "missing", different: "found", other: undefined } as const)[equality(operator) ?? "other"]
      : undefined;
  return asked === "found" || asked === "missing" ? { whole, negated: asked === "missing" } : undefined;
}

function isSearch(node: CallExpression): boolean {
  return methodCall(node)?.method === "search";
}

/** A regular expression that can be translated and matches what this one does: with the `u` flag, without `g` and names. */
export function translatable(literal: string): string | undefined {
  const end = literal.lastIndexOf("/");
  const flags = literal.slice(end + 1).replace("g", "");
  const source = literal.slice(1, end).replaceAll(/\(\?<[A-Za-z]\w*>/g, "(?:");
  const unicode = flags.includes("u") ? flags : `${flags}u`;
  const found = [flags, unicode].find((of) => translateRegex(source, of).ok);
  return found === undefined ? undefined : `/${source}/${found}`;
}

/** `new RegExp("…", "u")` as a literal. */
function regexLiteralOf(source: string, flags: string): string | undefined {
  if (source === "" || /[\n\r\u2028\u2029]/.test(source)) return undefined;
  return translatable(`/${source.replaceAll(/\\?\//g, "\\/")}/${flags}`);
}

/** `new RegExp("…", "u")` as a literal. */
export function regexRewrite(node: Node): Rewrite | undefined {
  if (!Node.isNewExpression(node)) return undefined;
  const [source, flags, ...others] = node
    .getArguments()
    .map((of) => (Node.isStringLiteral(of) ? of.getLiteralText() : undefined));
  if (source === undefined || others.length > 0 || (node.getArguments().length > 1 && flags === undefined))
    return undefined;
  const literal = regexLiteralOf(source, flags ?? "");
  return literal === undefined ? undefined : replaced(node, literal);
}

import type { CallExpression, Node } from "ts-morph";
import { optionalBool } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Type, propagating } from "../ir/types.js";
import { lowerText } from "./literal.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { textMethodRewrite } from "./rewrite/intrinsic-call.js";
import { searchRewrite } from "./rewrite/search.js";
import { lowerPrinted, template } from "./template.js";

const stringTests = ["startsWith", "endsWith", "includes"] as const;

/** What to write instead of the methods of strings whose meaning depends on UTF-16, on Unicode tables, or on more than a text. */
const instead: Readonly<Record<string, string>> = {
  at: "engines count code points, JavaScript UTF-16 units; use `startsWith`, `endsWith` or a regular expression",
  charAt: "engines count code points, JavaScript UTF-16 units; use `startsWith`, `endsWith` or a regular expression",
  indexOf: 'use `includes`, or split the text: `const [first, second] = text.split(":")`',
  lastIndexOf: 'use `endsWith`, or split the text: `text.split(":").at(-1)`',
  localeCompare: "compare texts with `===`",
  match: "call `/…/u.test(text)`; the parts of a match differ between engines",
  matchAll: "call `/…/u.test(text)`; the parts of a match differ between engines",
  replace: "compare the parts of the text instead: `split`, `startsWith`, or `/…/u.test(text)`",
  replaceAll: "compare the parts of the text instead: `split`, `startsWith`, or `/…/u.test(text)`",
  search: "call `/…/u.test(text)`",
};

/** Lowers a method call on a text. */
export function lowerTextMethod(
  lowering: Lowering,
  node: CallExpression,
  method: string,
  text: Expr,
  scope: Scope,
): Expr {
  const test = stringTests.find((name) => name === method);
  const [argument, second] = node.getArguments();
  if (method === "concat" && argument !== undefined) return lowerTextConcat(lowering, node, text, scope);
  if (method === "toString" && argument === undefined) return text;
  const help = Object.hasOwn(instead, method) ? instead[method] : undefined;
  if (help !== undefined) {
    const what = { what: `the method \`${method}\` of texts`, instead: help };
    return refuse(lowering, "expression", node, what, searchRewrite(node, "text"));
  }
  if ((test === undefined && method !== "split") || argument === undefined) {
    return refuse(lowering, "unknownCall", node, { text: sourceText(node.getExpression()) }, textMethodRewrite(node));
  }
  if (second !== undefined) {
    return refuse(lowering, "expression", second, {
      what: "the second argument",
      instead: `call \`${method}\` with one argument`,
    });
  }
  const part = lowerExpression(lowering, argument, scope);
  if (isPoison(part)) return part;
  if (test === undefined) return lowerSplit(lowering, node, text, part, argument);
  return {
    kind: "stringTest",
    test,
    text,
    part,
    type: optionalBool(propagating(text.type, part.type)),
    span: spanOf(lowering, node),
  };
}

function lowerSplit(lowering: Lowering, node: CallExpression, text: Expr, separator: Expr, argument: Node): Expr {
  const type: Type = { value: { kind: "list", element: { kind: "string" } }, optional: text.type.optional };
  if (separator.kind === "literal" && typeof separator.value === "string" && separator.value !== "")
    return { kind: "split", text, separator: separator.value, type, span: spanOf(lowering, node) };
  return refuse(lowering, "expression", argument, {
    what: "a separator that is empty or no constant",
    instead: 'split at a text that is written in the policy: `text.split(",")`',
  });
}

/** `a.concat(b)` is the text of both. */
function lowerTextConcat(lowering: Lowering, node: CallExpression, text: Expr, scope: Scope): Expr {
  if (text.type.optional) return refuse(lowering, "printed", node, { text: sourceText(node), type: "possibly absent" });
  const parts = node.getArguments().map((part) => lowerPrinted(lowering, part, scope));
  return firstPoison(...parts) ?? template([text, ...parts], spanOf(lowering, node));
}

/** `String(x)` is the text that a template would print. */
export function lowerStringCall(lowering: Lowering, node: CallExpression, scope: Scope): Expr {
  const [argument, ...others] = node.getArguments();
  if (argument === undefined || others.length > 0) return lowerText(lowering, node, "");
  const part = lowerPrinted(lowering, argument, scope);
  return isPoison(part) ? part : template([part], spanOf(lowering, node));
}

import type { Node, TemplateExpression } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { string } from "../ir/types.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerText } from "./literal.js";
import { lowerExpression } from "./registry.js";
import { printedRewrite } from "./rewrite/printed.js";
import { typeNoun } from "./types.js";

export function lowerTemplate(lowering: Lowering, node: TemplateExpression, scope: Scope): Expr {
  const head = node.getHead();
  const parts: Expr[] = [lowerText(lowering, head, head.getLiteralText())];
  for (const span of node.getTemplateSpans()) {
    parts.push(lowerPrinted(lowering, span.getExpression(), scope));
    const text = span.getLiteral();
    parts.push(lowerText(lowering, text, text.getLiteralText()));
  }
  return firstPoison(...parts) ?? template(parts, spanOf(lowering, node));
}

/** Joins text; empty constants vanish. */
export function template(parts: readonly Expr[], span: Expr["span"]): Expr {
  const flat = parts.flatMap((part) => (part.kind === "template" ? part.parts : [part]));
  const shown = flat.filter((part) => !(part.kind === "literal" && part.value === ""));
  return { kind: "template", parts: shown, type: string, span };
}

/** Lowers an expression that becomes part of a text. */
export function lowerPrinted(lowering: Lowering, node: Node, scope: Scope): Expr {
  const expr = lowerExpression(lowering, node, scope);
  if (isPoison(expr)) return expr;
  const { value, optional } = expr.type;
  const isPrintable = value.kind === "string" || value.kind === "int" || value.kind === "intOrString";
  if (isPrintable && !optional) return expr;
  const type = optional ? "possibly absent" : typeNoun(expr.type);
  return refuse(lowering, "printed", node, { text: sourceText(node), type }, printedRewrite(node, expr.type));
}

import { regexTree, type Expr, type JsonObject } from "@writ/compiler/ir";
import { turningTexts } from "./regex-texts.js";

/** Texts of each form that a node asks for, and texts that just miss it; none for a node that asks for no form. */
export function formsOf(node: Expr, params: JsonObject): readonly string[] {
  if (node.kind === "regexTest") {
    const tree = regexTree(node.source, node.flags);
    return tree === undefined ? [] : turningTexts(tree);
  }
  if (node.kind === "call" && node.intrinsic === "glob") {
    const [, pattern] = node.args;
    return pattern === undefined ? [] : near(patternsOf(pattern, params).flatMap(globbed));
  }
  return [];
}

function patternsOf(pattern: Expr, params: JsonObject): readonly string[] {
  const value =
    pattern.kind === "literal" ? pattern.value : pattern.kind === "param" ? params[pattern.name] : undefined;
  if (typeof value === "string") return [value];
  // The item of a loop over patterns: they are constants of the policy, and so among its texts already.
  return Object.values(params).flatMap((each) =>
    Array.isArray(each) ? (each as readonly unknown[]).filter((one) => typeof one === "string") : [],
  );
}

function globbed(pattern: string): readonly string[] {
  return ["", "a", "a/b"].map((star) => pattern.replaceAll("*", star).replaceAll("?", "a"));
}

function near(texts: readonly string[]): readonly string[] {
  const all = texts.flatMap((text) => [text, `x${text}`, `${text}x`, text.slice(1), text.slice(0, -1)]);
  return [...new Set(all.map((text) => text.toWellFormed()))];
}

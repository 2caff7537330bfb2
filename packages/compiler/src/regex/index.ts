import { exceeds } from "./limits.js";
import { parse } from "./parse.js";
import { print } from "./print.js";
import { refusal, type Refusal } from "./refusal.js";
import type { Tree } from "./tree.js";

export type { CodePoints } from "./code-points.js";
export type { Refusal, RefusalCode } from "./refusal.js";
export type { Tree as RegexTree } from "./tree.js";

export interface Translated {
  readonly ok: true;
  /** The same expression for RE2, to be searched for without an anchor, as `test` does. */
  readonly re2: string;
}

/**
 * Translates a JavaScript regular expression, as written between its slashes, to RE2: what `test` answers for a well-formed text
 * is what Go's regexp and RE2 in C++ answer for the translation. What they could see differently is refused, with the place in
 * the source in UTF-16 units.
 *
 * @example translateRegex("^v\\d+(?!x)", "") // refused: lookaround
 */
export function translateRegex(source: string, flags: string): Translated | Refusal {
  const whole = { start: 0, end: source.length };
  const foreignFlag = /[^iu]/.exec(flags)?.[0];
  if (foreignFlag !== undefined) {
    const help = "only the flags `i` and `u` are translated";
    return refusal("flag", whole, `the flag \`${foreignFlag}\` has no counterpart in every engine`, help);
  }
  const tree = parse(source, flags.includes("u"), flags.includes("i"));
  if ("ok" in tree) return tree;
  const mistake = syntaxMistake(source, flags);
  if (mistake !== undefined) return refusal("syntax", whole, mistake, "mend the expression");
  return exceeds(tree, source.length) ?? { ok: true, re2: print(tree) };
}

/** The tree of an expression that is translated; undefined for one that is refused. */
export function regexTree(source: string, flags: string): Tree | undefined {
  if (!translateRegex(source, flags).ok) return undefined;
  const tree = parse(source, flags.includes("u"), flags.includes("i"));
  return "ok" in tree ? undefined : tree;
}

// JavaScript's own parser judges the syntax; the tree is only believed for an expression that it accepts.
function syntaxMistake(source: string, flags: string): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    const reason = error instanceof SyntaxError ? (error.message.split(": ").at(-1) ?? "") : "";
    return `the regular expression is malformed: ${reason.toLowerCase()}`;
  }
}

import type { textIntrinsics } from "../../../intrinsics/text.js";
import { type Cel, and, call, int, literal, method, relation } from "../ast.js";
import type { CelEncoding } from "./encoding.js";

export const textEncodings: Readonly<Record<keyof typeof textIntrinsics, CelEncoding>> = {
  glob: { reads: "once", value: (_, text, pattern) => glob(text, pattern) },
};

/** The longest pattern, in code points, that matches anything. */
const patternLimit = 4096;

/** A pattern that is known becomes the cheapest test that says the same; another one becomes an expression of RE2. */
function glob(text: Cel, pattern: Cel): Cel {
  if (pattern.kind === "literal" && typeof pattern.value === "string") return globTest(text, pattern.value);
  const quoted = [
    ["\\", "\\E\\\\\\Q"],
    ["*", "\\E.*\\Q"],
    ["?", "\\E.\\Q"],
  ].reduce<Cel>((of, [from = "", to = ""]) => method(of, "replace", literal(from), literal(to)), pattern);
  const re2: Cel = { kind: "chain", operator: "+", operands: [literal("(?s)^\\Q"), quoted, literal("\\E$")] };
  return and([relation("<=", call("size", pattern), int(patternLimit)), method(text, "matches", re2)]);
}

function globTest(text: Cel, pattern: string): Cel {
  if ([...pattern].length > patternLimit) return literal(false);
  const parts = pattern.split("*");
  const [head = "", tail = ""] = parts;
  if (!pattern.includes("?")) {
    if (parts.length === 1) return relation("==", text, literal(pattern));
    if (pattern === "*") return literal(true);
    if (parts.length === 2 && tail === "") return method(text, "startsWith", literal(head));
    if (parts.length === 2 && head === "") return method(text, "endsWith", literal(tail));
  }
  const re2 = [...pattern]
    .map((c) => (c === "*" ? ".*" : c === "?" ? "." : /[A-Za-z0-9_/:-]/.test(c) ? c : escaped(c)))
    .join("");
  return method(text, "matches", literal(`(?s)^${re2}$`));
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 && code > 0x20 && code !== 0x7f ? `\\${character}` : `\\x{${code.toString(16)}}`;
}

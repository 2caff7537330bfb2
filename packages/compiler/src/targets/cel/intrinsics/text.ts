import type { textIntrinsics } from "../../../intrinsics/text.js";
import { type Cel, and, call, difference, int, literal, method, relation, sum, ternary } from "../ast.js";
import { base64Text } from "./base64.js";
import type { CelEncoding } from "./encoding.js";
import { urlHost } from "./url.js";

export const textEncodings: Readonly<Record<keyof typeof textIntrinsics, CelEncoding>> = {
  asciiLowerCase: { reads: "once", value: (_, text) => method(text, "lowerAscii") },
  asciiTrim: { reads: "once", value: (_, text) => method(text, "find", literal(betweenSpaces)) },
  asciiUpperCase: { reads: "once", value: (_, text) => method(text, "upperAscii") },
  codePointLength: { reads: "once", value: (_, text) => call("size", text) },
  codePointSlice: { reads: "often", value: (_, text, start, end) => slice(text, start, end) },
  decodeBase64: { reads: "once", value: base64Text },
  glob: { reads: "once", value: (_, text, pattern) => glob(text, pattern) },
  urlHost: { reads: "often", value: urlHost },
};

/** From the first to the last character that is no ASCII whitespace; no match is an empty text. */
const betweenSpaces = "[^\\t\\n\\f\\r ](?s:.*[^\\t\\n\\f\\r ])?";

/** Positions beyond the text are errors in CEL. */
function slice(text: Cel, start: Cel, end: Cel): Cel {
  const size = call("size", text);
  const first = position(start, size);
  const after = position(end, size);
  const isZero = first.kind === "number" && first.value === 0;
  if (isZero && after === size) return text;
  const part = after === size ? method(text, "substring", first) : method(text, "substring", first, after);
  return isZero || after === size ? part : ternary(relation("<", first, after), part, literal(""));
}

function position(at: Cel, size: Cel): Cel {
  const fromStart = ternary(relation("<", size, at), size, at);
  if (at.kind !== "number") return ternary(relation("<", at, int(0)), fromEnd(sum([size, at])), fromStart);
  if (at.value < 0) return fromEnd(difference(size, int(-at.value)));
  if (at.value === 0) return int(0);
  return at.value === Number.MAX_SAFE_INTEGER ? size : fromStart;
}

function fromEnd(at: Cel): Cel {
  return ternary(relation("<", at, int(0)), int(0), at);
}

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

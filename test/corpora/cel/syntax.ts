/** An expression of CEL, as far as the conformance tests of the operators that writ emits are written in it. */
export type Cel =
  | { readonly kind: "constant"; readonly value: null | boolean | string; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "uint" | "bytes" | "message"; readonly text: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly elements: readonly Cel[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [Cel, Cel])[] }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Cel }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Cel; readonly right: Cel }
  | { readonly kind: "ternary"; readonly test: Cel; readonly then: Cel; readonly otherwise: Cel }
  | { readonly kind: "index"; readonly of: Cel; readonly index: Cel }
  | { readonly kind: "member"; readonly of: Cel; readonly name: string }
  | { readonly kind: "call"; readonly of: Cel | undefined; readonly name: string; readonly args: readonly Cel[] };

interface Token {
  readonly kind: "number" | "uint" | "string" | "bytes" | "name" | "punctuation" | "end";
  readonly text: string;
}

const tokenForms =
  /\s+|(?<uint>(?:0x[0-9a-f]+|\d+)u)|(?<number>0x[0-9a-f]+|\d*\.\d+(?:e[+-]?\d+)?|\d+(?:e[+-]?\d+)?)|(?<text>(?:b|r|br|rb)?(?:"""[^]*?"""|'''[^]*?'''|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'))|(?<name>[_a-z]\w*)|(?<punctuation>&&|\|\||[=!<>]=|[-+*/%!<>?:.,()[\]{}])/iy;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const form = new RegExp(tokenForms);
  while (form.lastIndex < text.length) {
    const at = form.lastIndex;
    const groups = form.exec(text)?.groups;
    if (groups === undefined && form.lastIndex === 0) throw new Error(`no token of CEL: ${text.slice(at)}`);
    const { uint, number, text: quoted, name, punctuation } = groups ?? {};
    if (uint !== undefined) tokens.push({ kind: "uint", text: uint });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (quoted !== undefined) tokens.push({ kind: /^r?b/i.test(quoted) ? "bytes" : "string", text: quoted });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (punctuation !== undefined) tokens.push({ kind: "punctuation", text: punctuation });
  }
  return tokens;
}

const levels: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!=", "<", "<=", ">", ">=", "in"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** Reads an expression. Throws on what is none. */
export function readCel(text: string): Cel {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token => tokens[at] ?? { kind: "end", text: "" };
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const takes = (punctuation: string): boolean => {
    const { kind, text: found } = peek();
    if (found !== punctuation || kind === "string") return false;
    at += 1;
    return true;
  };
  const expect = (punctuation: string): void => {
    if (!takes(punctuation)) throw new Error(`${punctuation} expected before ${peek().text} in ${text}`);
  };
  const listUntil = (end: string): readonly Cel[] => {
    const found: Cel[] = [];
    while (!takes(end)) {
      found.push(expression());
      if (!takes(",")) {
        expect(end);
        break;
      }
    }
    return found;
  };
  const expression = (): Cel => {
    const test = binary(0);
    if (!takes("?")) return test;
    const then = binary(0);
    expect(":");
    return { kind: "ternary", test, then, otherwise: expression() };
  };
  const binary = (level: number): Cel => {
    const operators = levels[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (;;) {
      const operator = operators.find((one) => takes(one));
      if (operator === undefined) return left;
      left = { kind: "binary", operator, left, right: binary(level + 1) };
    }
  };
  const unary = (): Cel => {
    for (const operator of ["!", "-"]) if (takes(operator)) return { kind: "unary", operator, operand: unary() };
    return postfix(primary());
  };
  const postfix = (of: Cel): Cel => {
    if (takes("[")) {
      const index = expression();
      expect("]");
      return postfix({ kind: "index", of, index });
    }
    if (takes(".")) {
      const name = next().text;
      if (takes("(")) return postfix({ kind: "call", of, name, args: listUntil(")") });
      return postfix({ kind: "member", of, name });
    }
    // A message has the name of its type before its members.
    if ((of.kind === "name" || of.kind === "member") && takes("{")) {
      for (let depth = 1; depth > 0;) {
        const { kind, text: found } = next();
        if (kind === "end") throw new Error(`no end of a message in ${text}`);
        if (kind === "punctuation") depth += found === "{" ? 1 : found === "}" ? -1 : 0;
      }
      return postfix({ kind: "message", text });
    }
    return of;
  };
  const primary = (): Cel => {
    if (takes("(")) {
      const inner = expression();
      expect(")");
      return inner;
    }
    if (takes("[")) return { kind: "list", elements: listUntil("]") };
    if (takes("{")) {
      const entries: (readonly [Cel, Cel])[] = [];
      while (!takes("}")) {
        const key = expression();
        expect(":");
        entries.push([key, expression()]);
        if (!takes(",")) {
          expect("}");
          break;
        }
      }
      return { kind: "map", entries };
    }
    const token = next();
    switch (token.kind) {
      case "uint":
      case "bytes":
        return { kind: token.kind, text: token.text };
      case "number":
        return { kind: "number", value: Number(token.text), text: token.text };
      case "string":
        return { kind: "constant", value: unquoted(token.text), text: token.text };
      case "name":
        if (token.text === "true" || token.text === "false")
          return { kind: "constant", value: token.text === "true", text: token.text };
        if (token.text === "null") return { kind: "constant", value: null, text: token.text };
        if (takes("(")) return { kind: "call", of: undefined, name: token.text, args: listUntil(")") };
        return { kind: "name", name: token.text };
      default:
        throw new Error(`no expression at ${token.text} in ${text}`);
    }
  };
  const whole = expression();
  if (peek().kind !== "end") throw new Error(`more than an expression: ${text}`);
  return whole;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", a: "\x07", b: "\b", f: "\f", v: "\v" };

function unquoted(token: string): string {
  const isRaw = /^r/i.test(token);
  const quoted = token.replace(/^r/i, "");
  const quote = /^("""|'''|"|')/.exec(quoted)?.[1] ?? "";
  const inner = quoted.slice(quote.length, -quote.length);
  if (isRaw) return inner;
  return inner.replace(
    /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2})|([0-7]{3})|([^]))/gi,
    (_, short?: string, long?: string, byte?: string, octal?: string, one = "") => {
      const code = short ?? long ?? byte;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      return escapes[String(one)] ?? String(one);
    },
  );
}

import type { Cel } from "./ast.js";

/** How tightly a form binds; an operand that binds less tightly than its place asks for is put in brackets. */
const precedence = { ternary: 1, or: 2, and: 3, relation: 4, sum: 5, product: 6, unary: 7, member: 8 } as const;

const chainPrecedence = {
  "||": precedence.or,
  "&&": precedence.and,
  "+": precedence.sum,
  "-": precedence.sum,
  "*": precedence.product,
  "/": precedence.product,
  "%": precedence.product,
} as const;

/** How the host treats text in an expression. Kyverno's ClusterPolicy substitutes `$(…)` and `{{…}}` before it compiles. */
export interface PrintOptions {
  readonly escapeSubstitutions: boolean;
}

/** Prints an expression on one line. */
export function printCel(cel: Cel, options: PrintOptions = { escapeSubstitutions: false }): string {
  return print(cel, 0, options);
}

function print(cel: Cel, place: number, options: PrintOptions): string {
  const text = form(cel, options);
  return levelOf(cel) < place ? `(${text})` : text;
}

function levelOf(cel: Cel): number {
  switch (cel.kind) {
    case "ternary":
      return precedence.ternary;
    case "chain":
      return chainPrecedence[cel.operator];
    case "relation":
      return precedence.relation;
    case "not":
      return precedence.unary;
    case "number":
      return cel.value < 0 ? precedence.unary : precedence.member;
    default:
      return precedence.member;
  }
}

function form(cel: Cel, options: PrintOptions): string {
  const at = (inner: Cel, place: number): string => print(inner, place, options);
  const list = (of: readonly Cel[]): string => of.map((inner) => at(inner, 0)).join(", ");
  switch (cel.kind) {
    case "literal":
      return typeof cel.value === "string" ? quote(cel.value, options) : String(cel.value);
    case "number":
      return cel.double && /^-?\d+$/.test(String(cel.value)) ? `${String(cel.value)}.0` : String(cel.value);
    case "name":
      return cel.name;
    case "select":
      return at(cel.of, precedence.member) + selector(cel.field, cel.optional, options);
    case "index":
      return `${at(cel.of, precedence.member)}[${cel.optional ? "?" : ""}${at(cel.index, 0)}]`;
    case "call":
      return `${cel.name}(${list(cel.args)})`;
    case "method":
      return `${at(cel.of, precedence.member)}.${cel.name}(${list(cel.args)})`;
    case "macro":
      return `${at(cel.of, precedence.member)}.${cel.macro}(${cel.item}, ${at(cel.body, 0)})`;
    case "emptyMap":
      return "{}";
    case "map":
      return `{${cel.entries.map(([key, of]) => `${at(key, 0)}: ${at(of, 0)}`).join(", ")}}`;
    case "list":
      return `[${list(cel.elements)}]`;
    case "not":
      return `!${at(cel.operand, precedence.member)}`;
    case "chain":
      return cel.operands.map((operand) => at(operand, levelOf(cel) + 1)).join(` ${cel.operator} `);
    case "relation":
      return `${at(cel.left, precedence.sum)} ${cel.operator} ${at(cel.right, precedence.sum)}`;
    case "ternary":
      return `${at(cel.test, precedence.or)} ? ${at(cel.then, precedence.or)} : ${at(cel.otherwise, precedence.ternary)}`;
  }
}

// Words that cannot follow a dot; all others can, even those that CEL reserves as names.
const unselectable = new Set(["in", "true", "false", "null"]);

/** Whether a field is written after a dot; others are written as an index. */
export function isSelector(field: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(field) && !unselectable.has(field);
}

function selector(field: string, optional: boolean, options: PrintOptions): string {
  if (isSelector(field)) return `.${optional ? "?" : ""}${field}`;
  return `[${optional ? "?" : ""}${quote(field, options)}]`;
}

/** A string literal in single quotes. Everything outside printable ASCII that could be misread is escaped. */
function quote(text: string, { escapeSubstitutions }: PrintOptions): string {
  const escaped = [...text].map((character) => {
    if (character === "\\" || character === "'") return `\\${character}`;
    const code = character.codePointAt(0) ?? 0;
    const substituted = escapeSubstitutions && (character === "$" || character === "{");
    if (
      code < 0x20 ||
      (code >= 0x7f && code <= 0x9f) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0xfeff ||
      substituted
    ) {
      return `\\u${code.toString(16).padStart(4, "0")}`;
    }
    return character;
  });
  return `'${escaped.join("")}'`;
}

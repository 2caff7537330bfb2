import { type Body, type Branch, type Module, type Rule, type Statement, type Term, freeVariables } from "./ast.js";
import { isKeyword } from "./names.js";

/** Prints a module as Rego v1. OPA's own formatter has the last word on layout; the text is valid and readable as it stands. */
export function printModule(module: Module): string {
  const head = [...module.comment.map(commentText), `package ${module.package.map(packageSegment).join(".")}`];
  const imports = [...module.imports].sort().map((path) => `import ${path}`);
  const parts = [
    head.join("\n"),
    ...(imports.length === 0 ? [] : [imports.join("\n")]),
    ...module.rules.map(printRule),
  ];
  return `${parts.join("\n\n")}\n`;
}

// A title or a file name may hold a line break, after which it would be code.
function commentText(text: string): string {
  return `# ${text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim()}`;
}

function packageSegment(segment: string, index: number): string {
  if (index > 0 && !isPlain(segment)) throw new Error(`package segment ${segment} is no identifier`);
  return segment;
}

function printRule(rule: Rule): string {
  const comment = rule.comment === undefined ? "" : `${commentText(rule.comment)}\n`;
  return comment + ruleText(rule);
}

// A condition that always holds has no body; a name alone is no rule.
function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case "contains":
      return `${rule.name} contains ${term(rule.value)}${ifBody(rule.body)}`;
    case "condition":
      return rule.bodies
        .map(
          (body) =>
            `${head(rule.name, usedArguments(rule.args, body))}${body.length === 0 ? " := true" : ifBody(body)}`,
        )
        .join("\n\n");
    case "value":
      return `${head(rule.name, rule.args)}${rule.branches.map(branch).join(" else")}`;
  }
}

// OPA's strict mode refuses an argument that one of the bodies does not use.
function usedArguments(args: readonly string[], body: Body): readonly string[] {
  const used = freeVariables([body], []);
  return args.map((arg) => (used.includes(arg) ? arg : "_"));
}

function head(name: string, args: readonly string[]): string {
  return args.length === 0 ? name : `${name}(${args.join(", ")})`;
}

function branch({ value, body }: Branch): string {
  return ` := ${term(value)}${ifBody(body)}`;
}

function ifBody(body: Body): string {
  return body.length === 0 ? "" : ` if ${block(body, "")}`;
}

function block(body: Body, indent: string): string {
  const inner = `${indent}\t`;
  return `{\n${body.map((statement) => inner + printStatement(statement, inner)).join("\n")}\n${indent}}`;
}

function printStatement(statement: Statement, indent: string): string {
  switch (statement.kind) {
    case "expr":
      return term(statement.term);
    case "not":
      return `not ${term(statement.term)}`;
    case "assign":
      return `${term(statement.target)} := ${term(statement.value)}`;
    case "some":
      return `some ${statement.key === undefined ? "" : `${statement.key}, `}${statement.value} in ${operand(statement.in)}`;
    case "every":
      return `every ${statement.value} in ${operand(statement.in)} ${block(statement.body, indent)}`;
  }
}

/** Prints a term. Operators of one level do not nest without brackets, so the only precedence is "operator or not". */
export function term(of: Term): string {
  switch (of.kind) {
    case "scalar":
      return scalarText(of.value);
    case "variable":
    case "global":
      return of.name;
    case "ref":
      return operand(of.of) + segment(of.segment);
    case "array":
      return `[${of.elements.map(term).join(", ")}]`;
    case "set":
      return of.elements.length === 0 ? "set()" : `{${of.elements.map(term).join(", ")}}`;
    case "object":
      return `{${of.members.map(([key, value]) => `${scalarText(key)}: ${term(value)}`).join(", ")}}`;
    case "call":
      return `${of.name}(${of.args.map(term).join(", ")})`;
    case "infix":
      return `${operand(of.left)} ${of.operator} ${operand(of.right)}`;
    case "comprehension":
      // After an operator OPA reads `|` as the union of sets.
      return `[${operand(of.head)} | ${of.body.map((statement) => printStatement(statement, "\t")).join("; ")}]`;
  }
}

function operand(of: Term): string {
  return of.kind === "infix" ? `(${term(of)})` : term(of);
}

function segment(of: Term): string {
  if (of.kind === "scalar" && typeof of.value === "string" && isPlain(of.value)) return `.${of.value}`;
  return `[${term(of)}]`;
}

function isPlain(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !isKeyword(name);
}

// Rego strings are JSON strings; U+2028 and U+2029 are legal in them but not readable.
function scalarText(value: null | boolean | number | string): string {
  if (typeof value === "string" && value.includes("\\") && !/[`\u0000-\u001f\u007f]/.test(value)) return `\`${value}\``;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

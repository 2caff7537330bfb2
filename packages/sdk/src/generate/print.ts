import type { FieldNode, ImportNode, InterfaceNode, KindNode, ModuleNode, TypeNode } from "./tree.js";

const printWidth = 120;
const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Prints a module of models. Same tree, same bytes. */
export function printModule(module: ModuleNode): string {
  const kinds = new Map(module.kinds.map((kind) => [kind.name, kind]));
  const blocks = [
    module.header.map((line) => `// ${line.replace(/[\r\n\u2028\u2029]+/g, " ")}\n`).join(""),
    module.imports.map(printImport).join(""),
    ...module.interfaces.map((node) => {
      const kind = kinds.get(node.name);
      return printInterface(node) + (kind === undefined ? "" : `\n${printKind(kind)}`);
    }),
  ];
  return blocks.filter((block) => block !== "").join("\n");
}

function printImport({ names, from, typeOnly }: ImportNode): string {
  const head = typeOnly ? "import type" : "import";
  const line = `${head} { ${names.join(", ")} } from ${quote(from)};\n`;
  if (line.length <= printWidth + 1) return line;
  return `${head} {\n${names.map((name) => `  ${name},\n`).join("")}} from ${quote(from)};\n`;
}

function printInterface({ name, fields }: InterfaceNode): string {
  if (fields.length === 0) return `export interface ${name} {}\n`;
  return `export interface ${name} {\n${fields.map(printField).join("")}}\n`;
}

function printField({ name, optional, type }: FieldNode): string {
  const head = `  readonly ${identifier.test(name) ? name : quote(name)}${optional ? "?" : ""}:`;
  const line = `${head} ${printType(type)};\n`;
  if (line.length <= printWidth + 1) return line;
  if (type.kind === "union") return `${head}${printMembers(type.members, "    ")};\n`;
  if (type.kind !== "array" || type.element.kind !== "union") return line;
  return `${head} readonly (${printMembers(type.element.members, "    ")}\n  )[];\n`;
}

function printMembers(members: readonly TypeNode[], indent: string): string {
  return members.map((member) => `\n${indent}| ${printMember(member)}`).join("");
}

function printType(type: TypeNode): string {
  switch (type.kind) {
    case "name":
      return type.name;
    case "literal":
      return typeof type.value === "string" ? quote(type.value) : String(type.value);
    case "array":
      return `readonly ${printElement(type.element)}[]`;
    case "record":
      return `Readonly<Record<string, ${printType(type.value)}>>`;
    case "union":
      return type.members.map(printMember).join(" | ");
  }
}

/** Unions and arrays bind weaker than the brackets behind them. */
function printElement(element: TypeNode): string {
  const isWeak = element.kind === "union" || element.kind === "array";
  return isWeak ? `(${printType(element)})` : printType(element);
}

function printMember(member: TypeNode): string {
  return member.kind === "array" ? `(${printType(member)})` : printType(member);
}

function printKind({ name, kind, group, version, plural, namespaced }: KindNode): string {
  const head = `export const ${name}: Kind<${name}> =`;
  const values = [quote(group), quote(version), quote(kind), quote(plural), String(namespaced)];
  const line = `${head} /* @__PURE__ */ kind(${values.join(", ")});\n`;
  if (line.length <= printWidth + 1) return line;
  return `${head} /* @__PURE__ */ kind(\n${values.map((value) => `  ${value},\n`).join("")});\n`;
}

/** A string literal that no value can leave: JSON, with the line ends that JSON leaves as they are. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

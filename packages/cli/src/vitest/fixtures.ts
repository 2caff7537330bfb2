import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "@writ/compiler/ir";
import { type InputDocument, collectItems, parseDocuments } from "@writ/inputs";
import { identityOf } from "../judge/request.js";
import { count } from "../problem.js";

/** Which object of several to take. */
export interface Choice {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/**
 * The object that a YAML or JSON text holds, read as the API server would read it. Of several, `choice` names one.
 *
 * @throws Error when the text cannot be read, holds no object of Kubernetes, or when more than one fits.
 */
export function fromYaml(text: string, choice: Choice = {}): JsonObject {
  return chosen(text, "the YAML", choice);
}

/**
 * The object that a file holds, as {@link fromYaml} reads it. An address (`new URL("./pod.yaml", import.meta.url)`) or an absolute path
 * stands for itself; another path is relative to `folder`.
 */
export function readFixture(file: string | URL, choice: Choice, folder: string): JsonObject {
  const path = file instanceof URL || file.startsWith("file:") ? fileURLToPath(file) : resolve(folder, file);
  return chosen(readFileSync(path, "utf8"), String(file), choice);
}

/** The folder of a test file, else where the tests were started. */
export function folderOf(testPath: string | undefined): string {
  return testPath === undefined ? process.cwd() : dirname(testPath);
}

/**
 * An object in YAML, indented like the code around it. A value between `${` and `}` stays what it is, whatever it holds, so it must be all
 * of a value: `image: ${image}`, and not `image: web:${tag}`.
 *
 * @throws Error as {@link fromYaml} does; TypeError when a value does not stand alone.
 */
export function yaml(parts: TemplateStringsArray, ...values: readonly unknown[]): JsonObject {
  const raw = parts.raw.map((part) => part.replace(/\\([`$])/g, "$1"));
  const text = raw.map((part, index) => part + (index < values.length ? JSON.stringify(placeholder(index)) : ""));
  const object = fromYaml(withoutIndentation(text.join("")));
  const missing = new Map(values.map((value, index) => [placeholder(index), value]));
  const filled = withValues(object, new Map(missing), missing);
  for (const value of missing.values()) {
    const shown = JSON.stringify(value) ?? typeof value;
    throw new TypeError(
      `${shown} is put in the middle of a value: insert the whole of it, for example image: \${image}`,
    );
  }
  return filled as JsonObject;
}

function placeholder(index: number): string {
  return `\u{f0000}value ${index} of a template\u{f0000}`;
}

/** The tree with values in their places; those that were found are struck off `missing`. */
function withValues(tree: unknown, values: ReadonlyMap<unknown, unknown>, missing: Map<string, unknown>): unknown {
  if (typeof tree === "string") {
    if (!values.has(tree)) return tree;
    missing.delete(tree);
    return values.get(tree);
  }
  if (typeof tree !== "object" || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((element) => withValues(element, values, missing));
  const members = Object.entries(tree).map(([key, value]) => {
    const name = withValues(key, values, missing);
    return [typeof name === "string" ? name : JSON.stringify(name), withValues(value, values, missing)] as const;
  });
  return Object.fromEntries(members);
}

/** Without the spaces that all lines begin with. */
function withoutIndentation(text: string): string {
  const lines = text.split("\n");
  const widths = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const width = Math.min(...widths, text.length);
  return lines.map((line) => line.slice(width)).join("\n");
}

function chosen(text: string, file: string, choice: Choice): JsonObject {
  const { documents, problems, others } = collectItems(parseDocuments(text, { file }));
  const [problem] = problems;
  if (problem !== undefined) {
    const place = problem.line === undefined ? "" : ` (line ${problem.line}, column ${problem.column ?? 1})`;
    const help = problem.help === undefined ? "" : `; ${problem.help}`;
    throw new Error(`${problem.code}: ${file} cannot be used: ${problem.message}${place}${help}`);
  }
  const fitting = documents.filter((document) => fits(document, choice));
  const [only, second] = fitting;
  if (only !== undefined && second === undefined) return only.value;
  throw new Error(`${file} ${complaint(documents, fitting, others, choice)}`);
}

function fits({ value }: InputDocument, choice: Choice): boolean {
  const identity = identityOf({ object: value, operation: "CREATE" });
  return (["kind", "name", "namespace"] as const).every(
    (key) => choice[key] === undefined || choice[key] === identity[key],
  );
}

function complaint(
  documents: readonly InputDocument[],
  fitting: readonly InputDocument[],
  others: number,
  choice: Choice,
): string {
  if (documents.length === 0) {
    return others === 0 ? "is empty" : "holds no object of Kubernetes: those have apiVersion and kind";
  }
  const asked = Object.entries(choice).map(([key, value]) => `${key} ${value}`);
  const names = (fitting.length === 0 ? documents : fitting).map(({ value }) => {
    const { kind, namespace, name } = identityOf({ object: value, operation: "CREATE" });
    return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
  });
  if (fitting.length === 0) return `holds no object of ${asked.join(", ")}; it holds ${names.join(", ")}`;
  return `holds ${count(fitting.length, "object")}${asked.length === 0 ? "" : ` of ${asked.join(", ")}`}: ${names.join(", ")}; choose one by kind, name or namespace`;
}

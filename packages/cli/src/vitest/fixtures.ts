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
 * An object in YAML, indented like the code around it. A value between `${` and `}` stands for itself, whatever it holds, so it must be
 * all of a value: `image: ${image}`, and not `image: web:${tag}`.
 */
export function yaml(parts: TemplateStringsArray, ...values: readonly unknown[]): JsonObject {
  const raw = parts.raw.map((part) => part.replace(/\\([`$])/g, "$1"));
  const text = raw.map((part, index) => part + (index < values.length ? inserted(values, index, raw) : ""));
  return fromYaml(withoutIndentation(text.join("")));
}

function inserted(values: readonly unknown[], index: number, parts: readonly string[]): string {
  const value = values[index];
  const json: unknown = JSON.stringify(value);
  if (typeof json !== "string") throw new TypeError(`a value of type ${typeof value} cannot be written as YAML`);
  const alone = /(?:^|[\s[{,])$/.test(parts[index] ?? "") && /^[ \t]*(?:$|[\r\n\]},:#])/.test(parts[index + 1] ?? "");
  if (alone) return json;
  throw new TypeError(`${json} is put in the middle of a value: insert the whole of it, for example image: \${image}`);
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

import { basename } from "node:path";
import type { Json, JsonObject } from "@writ/compiler/ir";
import type { Operation } from "@writ/sdk";
import { type Violation, sortViolations } from "@writ/sdk/runtime";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { nearest } from "../suggest.js";
import { type CaseDocument, readCaseDocument } from "./case-document.js";
import type { Case } from "./case.js";

const caseKeys = [
  "name",
  "policy",
  "expect",
  "violations",
  "params",
  "operation",
  "oldObject",
  "namespace",
  "resource",
] as const;
const operations: readonly Operation[] = ["CREATE", "UPDATE", "DELETE", "CONNECT"];

type Path = readonly (string | number)[];

/** Collects what is wrong with a case: a key that is ignored would make a green run mean nothing. */
interface Reading {
  readonly document: CaseDocument;
  readonly complain: (path: Path, message: string, help?: string) => void;
}

/** Reads a case file strictly. */
export function readCase(text: string, file: string): Result<Case> {
  const parsed = readCaseDocument(text, file);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const problems: Problem[] = [];
  const reading: Reading = {
    document,
    complain(path, message, help) {
      const { line, column, endColumn } = document.locate(path);
      const place = { file, line, column, endLine: line, endColumn };
      problems.push({ code: "WRIT4002", message, ...(help === undefined ? {} : { help }), ...place });
    },
  };
  const read = contentOf(reading, file);
  return problems.length > 0 ? failure(...problems) : success(read);
}

function contentOf(reading: Reading, file: string): Case {
  const { value } = reading.document;
  unknownKeys(reading, value, caseKeys, []);
  const operation = oneOf(reading, "operation", operations) ?? "CREATE";
  const oldObject = object(reading, "oldObject");
  if (oldObject !== undefined && operation !== "UPDATE") {
    const help = operation === "DELETE" ? "what a DELETE removes is the `resource`" : "add `operation: UPDATE`";
    reading.complain(["oldObject"], "`oldObject` is what an UPDATE replaces", help);
  }
  const resource = object(reading, "resource");
  if (resource === undefined && !Object.hasOwn(value, "resource")) reading.complain([], "the case has no `resource`");
  const policy = text(reading, "policy");
  return {
    file,
    name: text(reading, "name") ?? basename(file).replace(/\.[^.]+$/, ""),
    ...(policy === undefined ? {} : { policy }),
    expected: expectation(reading),
    params: object(reading, "params") ?? {},
    operation,
    resource: resource ?? {},
    ...(oldObject === undefined ? {} : { oldObject }),
    namespace: text(reading, "namespace") ?? "default",
  };
}

function expectation(reading: Reading): readonly Violation[] {
  const { value } = reading.document;
  const expect = oneOf(reading, "expect", ["allow", "deny"] as const);
  if (expect === undefined && !Object.hasOwn(value, "expect")) {
    reading.complain([], "the case does not say what it expects", "write `expect: allow` or `expect: deny`");
  }
  const listed = value["violations"];
  if (expect === "allow") {
    if (listed !== undefined) reading.complain(["violations"], "`expect: allow` goes without `violations`");
    return [];
  }
  if (!Array.isArray(listed) || listed.length === 0) {
    const path = Object.hasOwn(value, "violations") ? ["violations"] : ["expect"];
    if (expect === "deny")
      reading.complain(
        path,
        "`expect: deny` needs the list of `violations`",
        'write `violations: [{ path: [], message: "" }]`, and the next run shows what there is instead',
      );
    return [];
  }
  return sortViolations((listed as readonly Json[]).flatMap((item, index) => violation(reading, item, index)));
}

function violation(reading: Reading, item: Json, index: number): Violation[] {
  const at = ["violations", index];
  if (!isObject(item)) {
    reading.complain(at, "a violation has `path` and `message`");
    return [];
  }
  unknownKeys(reading, item, ["path", "message"], at);
  const { path, message } = item;
  const segments = Array.isArray(path) ? (path as readonly Json[]) : undefined;
  const fine = segments?.every((segment) => typeof segment === "string" || Number.isInteger(segment)) === true;
  if (!fine)
    reading.complain(
      [...at, "path"],
      "`path` must be a list of names and indices",
      "for example [spec, containers, 0, image]",
    );
  if (typeof message !== "string") reading.complain([...at, "message"], "`message` must be a text");
  return fine && typeof message === "string" ? [{ path: segments as (string | number)[], message }] : [];
}

function unknownKeys({ complain }: Reading, value: JsonObject, known: readonly string[], at: Path): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    complain(
      [...at, key],
      `unknown key \`${key}\``,
      meant === undefined ? `known: ${known.join(", ")}` : `did you mean \`${meant}\`?`,
    );
  }
}

function text({ document, complain }: Reading, key: string): string | undefined {
  const value = document.value[key];
  if (value === undefined || typeof value === "string") return value;
  complain([key], `\`${key}\` must be a text`);
  return undefined;
}

function object({ document, complain }: Reading, key: string): JsonObject | undefined {
  const value = document.value[key];
  if (value === undefined || isObject(value)) return value;
  complain([key], `\`${key}\` must be an object`);
  return undefined;
}

function oneOf<Value extends string>(
  { document, complain }: Reading,
  key: string,
  allowed: readonly Value[],
): Value | undefined {
  const value = document.value[key];
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) complain([key], `\`${key}\` must be one of ${allowed.join(", ")}`);
  return found;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

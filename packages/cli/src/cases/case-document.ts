import { type InputDocument, parseDocuments } from "@writ/inputs";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import type { JsonObject } from "@writ/compiler/ir";

/** The YAML document of a case file, and where its parts stand. */
export interface CaseDocument {
  readonly value: JsonObject;
  /** Where a part of `value` stands, in lines of the file. */
  locate(path: readonly (string | number)[]): { readonly line: number; readonly column: number; readonly endColumn: number };
}

// The reader hands out Kubernetes objects only. These two lines make a case one, so that `resource` is read with every rule
// of YAML 1.1 that a manifest is read with.
const head = "apiVersion: writ\nkind: Case\n";
const headLines = 2;

/** Reads the one document of a case file. */
export function readCaseDocument(text: string, file: string): Result<CaseDocument> {
  const start = contentStart(text);
  const documents: InputDocument[] = [];
  const problems: Problem[] = [];
  for (const item of parseDocuments(`${text.slice(0, start)}${head}${text.slice(start)}`, { file }).items) {
    if (item.kind === "document") documents.push(item.document);
    else if (item.kind === "other") problems.push(onlyOne(file, item.line - headLines));
    else {
      const { message, code, help, line, column } = item.problem;
      const place = line === undefined ? {} : { line: Math.max(1, line - headLines), ...(column === undefined ? {} : { column }) };
      problems.push({ code, message, file, ...(help === undefined ? {} : { help }), ...place });
    }
  }
  const [document, second] = documents;
  if (second !== undefined) problems.push(onlyOne(file, second.locate([]).line - headLines));
  if (problems.length > 0 || document === undefined) return failure(...problems);
  const { apiVersion: _apiVersion, kind: _kind, ...value } = document.value;
  return success({
    value,
    locate(path) {
      const { line, column, endLine, endColumn } = document.locate(path);
      return { line: Math.max(1, line - headLines), column, endColumn: endLine === line ? endColumn : column + 1 };
    },
  });
}

/** After the `---` that a file may start with. */
function contentStart(text: string): number {
  return /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?\r?\n)*---[ \t]*(?:#[^\n]*)?\r?\n/.exec(text)?.[0].length ?? 0;
}

function onlyOne(file: string, line: number): Problem {
  return { code: "WRIT4001", message: "a case file holds one document", file, line: Math.max(1, line), help: "write one file a case" };
}

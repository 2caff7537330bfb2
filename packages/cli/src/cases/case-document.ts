import { type InputDocument, type InputProblem, parseDocuments } from "@writ/inputs";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import type { JsonObject } from "@writ/compiler/ir";

/** The YAML document of a case file, and where its parts stand. */
export interface CaseDocument {
  readonly value: JsonObject;
  /** Where a part of `value` stands, in lines of the file. */
  locate(path: readonly (string | number)[]): {
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
  };
}

/** Reads the one document of a case file, with every rule of YAML 1.1 that a manifest is read with. */
export function readCaseDocument(text: string, file: string): Result<CaseDocument> {
  const documents: InputDocument[] = [];
  const problems: Problem[] = [];
  for (const item of parseDocuments(text, { file }).items) {
    if (item.kind === "problem") problems.push(...problemOf(item.problem));
    else if (item.kind === "document") documents.push(item.document);
    else if (item.document !== undefined) documents.push(item.document);
    else problems.push({ ...onlyOne(file, item.line), message: "a case is an object" });
  }
  const [document, second] = documents;
  if (second !== undefined) problems.push(onlyOne(file, second.locate([]).line));
  if (problems.length > 0 || document === undefined) return failure(...problems);
  return success({
    value: document.value,
    locate(path) {
      const { line, column, endLine, endColumn } = document.locate(path);
      return { line, column, endColumn: endLine === line ? endColumn : column + 1 };
    },
  });
}

/** A case is no Kubernetes object, so that it looks like half of one is no problem. */
function problemOf({ code, message, file, line, column, help }: InputProblem): readonly Problem[] {
  if (code === "INPUT3001") return [];
  const place = line === undefined ? {} : { line, ...(column === undefined ? {} : { column }) };
  return [{ code, message, file, ...(help === undefined ? {} : { help }), ...place }];
}

function onlyOne(file: string, line: number): Problem {
  return {
    code: "WRIT4001",
    message: "a case file holds one document",
    file,
    line: Math.max(1, line),
    help: "write one file a case",
  };
}

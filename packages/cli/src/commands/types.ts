import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { InputDocument } from "@writ/inputs";
import { openInputs } from "../adapters/inputs.js";
import { type Console, printProblems, shownPath, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { type Problem, count } from "../problem.js";

export interface TypesOptions {
  readonly out: string;
}

type ShownProblem = Problem & { readonly severity: "error" | "warning" };

/** `writ types`: makes a TypeScript module for each group and version of custom resource definitions. */
export async function types(files: readonly string[], options: TypesOptions, console: Console): Promise<ExitCode> {
  const { documents, problems } = await readDefinitions(files, console);
  const { generateCrdModels } = await import("@writ/sdk/generate");
  const models = generateCrdModels(documents.map(({ value }) => value));
  for (const { code, severity, message, help, document, path } of models.diagnostics) {
    const source = documents[document];
    const place = source === undefined ? {} : placeOf(source, path, console);
    problems.push({ code, severity, message, help, ...place });
  }
  printProblems(problems, console);
  const failed = problems.some(({ severity }) => severity === "error");
  const style = styleFor(console.out, console);
  const folder = resolve(console.cwd, options.out);
  try {
    for (const { name, text } of models.files) {
      const file = resolve(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      console.out.write(`${style.green("wrote")}  ${shownPath(file, console.cwd)}\n`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    printProblems([{ code: "WRIT5001", message: `the models cannot be written: ${reason}` }], console);
    return exitCodes.usage;
  }
  console.out.write(`${count(models.files.length, "module")} from ${count(documents.length, "document")}\n`);
  if (failed) return exitCodes.failed;
  return models.files.length === 0 ? exitCodes.nothing : exitCodes.clean;
}

async function readDefinitions(
  files: readonly string[],
  console: Console,
): Promise<{ documents: InputDocument[]; problems: ShownProblem[] }> {
  const documents: InputDocument[] = [];
  const problems: ShownProblem[] = [];
  for await (const file of openInputs({ paths: files, exclude: [], root: console.cwd, cwd: console.cwd })) {
    for (const item of file.items) {
      if (item.kind === "document") documents.push(item.document);
      else if (item.kind === "problem")
        problems.push({ ...item.problem, file: resolve(console.cwd, item.problem.file) });
    }
  }
  return { documents, problems };
}

function placeOf(document: InputDocument, path: readonly (string | number)[], console: Console): Partial<Problem> {
  const { line, column, endLine, endColumn } = document.locate(path);
  return { file: resolve(console.cwd, document.file), line, column, endLine, endColumn };
}

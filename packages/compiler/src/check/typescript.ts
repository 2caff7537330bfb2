import { DiagnosticCategory, type Project, type SourceFile, ts } from "ts-morph";
import { catalogue } from "../diagnostics/catalogue.js";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { rangeOfText } from "../source/range.js";

/** TypeScript's own errors in a module, in writ's form. */
export function typescriptErrors(project: Project, source: SourceFile, root: string): readonly Diagnostic[] {
  return project
    .getProgram()
    .compilerObject.getSemanticDiagnostics(source.compilerNode)
    .concat(project.getProgram().compilerObject.getSyntacticDiagnostics(source.compilerNode))
    .filter((found) => found.category === DiagnosticCategory.Error)
    .map((found) => {
      const start = found.start ?? 0;
      const range = rangeOfText(source, start, start + (found.length ?? 0), root);
      return diagnostic("typescript", range, {
        code: found.code,
        text: flattened(found.messageText),
      });
    });
}

/** Whether a diagnostic is TypeScript's own. */
export function isTypescript(found: Diagnostic): boolean {
  return found.code === catalogue.typescript.code;
}

// What follows a message stands below it, indented; here it follows on the same line.
function flattened(message: string | ts.DiagnosticMessageChain): string {
  const lines = ts.flattenDiagnosticMessageText(message, "\n").split("\n");
  return lines.map((line) => line.trim()).join(" ");
}

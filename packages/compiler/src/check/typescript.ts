import { DiagnosticCategory, type Project, type SourceFile, ts } from "ts-morph";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { relativeName } from "../source/range.js";

/** TypeScript's own errors in a module, in writ's form. */
export function typescriptErrors(project: Project, source: SourceFile, root: string): readonly Diagnostic[] {
  return project
    .getProgram()
    .compilerObject.getSemanticDiagnostics(source.compilerNode)
    .concat(project.getProgram().compilerObject.getSyntacticDiagnostics(source.compilerNode))
    .filter((found) => found.category === DiagnosticCategory.Error)
    .map((found) => {
      const start = found.start ?? 0;
      const from = source.getLineAndColumnAtPos(start);
      const to = source.getLineAndColumnAtPos(start + (found.length ?? 0));
      const range = {
        file: relativeName(root, source.getFilePath()),
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
      };
      return diagnostic("typescript", range, {
        code: found.code,
        text: ts.flattenDiagnosticMessageText(found.messageText, "; "),
      });
    });
}

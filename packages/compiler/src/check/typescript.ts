import { DiagnosticCategory, Node, type Project, type SourceFile, SyntaxKind, ts } from "ts-morph";
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
        text: flattened(chosenOverload(found.messageText, source, start)),
      });
    });
}

/** Whether a diagnostic is TypeScript's own. */
export function isTypescript(found: Diagnostic): boolean {
  return found.code === catalogue.typescript.code;
}

/**
 * TypeScript says of every overload of `policy` why it does not fit. Which form of a definition is meant, its members tell: what the
 * other forms do not have is no help.
 */
function chosenOverload(
  message: string | ts.DiagnosticMessageChain,
  source: SourceFile,
  start: number,
): string | ts.DiagnosticMessageChain {
  if (typeof message === "string" || message.code !== 2769) return message;
  const form = formAt(source, start);
  const chosen = message.next?.find(({ messageText }) => form !== undefined && messageText.includes(form));
  return chosen?.next?.[0] ?? message;
}

/** The type of the definition that the innermost call of `policy({ … })` around a place is given. */
function formAt(source: SourceFile, start: number): string | undefined {
  const call = source.getDescendantAtPos(start)?.getFirstAncestorByKind(SyntaxKind.CallExpression);
  const [definition] = call?.getArguments() ?? [];
  if (definition === undefined || !Node.isObjectLiteralExpression(definition)) return undefined;
  if (definition.getProperty("check") !== undefined) return "CheckDefinition";
  return definition.getProperty("each") === undefined ? "SubjectDefinition" : "EachDefinition";
}

// What follows a message stands below it, indented; here it follows on the same line.
function flattened(message: string | ts.DiagnosticMessageChain): string {
  const lines = ts.flattenDiagnosticMessageText(message, "\n").split("\n");
  return lines.map((line) => line.trim()).join(" ");
}

import { Node, type SourceFile, type Statement, VariableDeclarationKind } from "ts-morph";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { rangeOf } from "../source/range.js";

/** Refuses everything at the top level of a module that does more than declare. */
export function checkModule(source: SourceFile, root: string): readonly Diagnostic[] {
  return source.getStatements().flatMap((statement) => {
    if (isDeclaration(statement)) return [];
    if (Node.isVariableStatement(statement)) {
      const declarations =
        statement.getDeclarationKind() === VariableDeclarationKind.Const ? [] : statement.getDeclarations();
      return declarations.map((declaration) =>
        diagnostic("letDeclaration", rangeOf(declaration, root), { name: declaration.getName() }),
      );
    }
    return [diagnostic("moduleStatement", rangeOf(statement, root), { what: describe(statement) })];
  });
}

function isDeclaration(statement: Statement): boolean {
  return (
    Node.isImportDeclaration(statement) ||
    Node.isExportDeclaration(statement) ||
    Node.isExportAssignment(statement) ||
    Node.isFunctionDeclaration(statement) ||
    Node.isInterfaceDeclaration(statement) ||
    Node.isTypeAliasDeclaration(statement) ||
    Node.isEmptyStatement(statement)
  );
}

function describe(statement: Statement): string {
  if (Node.isClassDeclaration(statement)) return "a class";
  if (Node.isEnumDeclaration(statement)) return "an enum";
  if (Node.isExpressionStatement(statement)) return "a statement that runs when the module is imported";
  return `\`${statement.getKindName()}\``;
}

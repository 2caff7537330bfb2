import { Node, type SourceFile, type Statement, VariableDeclarationKind, type VariableStatement } from "ts-morph";
import { type Diagnostic, type Fix, diagnostic } from "../diagnostics/index.js";
import { rangeOf, sourceText } from "../source/range.js";
import { isConstantEnum } from "./enum.js";
import { mutations } from "./mutation.js";
import { constantKeyword } from "./never-assigned.js";

/** Refuses everything at the top level of a module that does more than declare. */
export function checkModule(source: SourceFile, root: string): readonly Diagnostic[] {
  return source.getStatements().flatMap((statement) => {
    if (isDeclaration(statement)) return [];
    if (Node.isVariableStatement(statement)) return checkConstants(statement, root);
    return [diagnostic("moduleStatement", rangeOf(statement, root), { what: describe(statement) })];
  });
}

function checkConstants(statement: VariableStatement, root: string): readonly Diagnostic[] {
  const isConstant = statement.getDeclarationKind() === VariableDeclarationKind.Const;
  const keyword = isConstant ? undefined : constantKeyword(statement);
  const fix: Fix | undefined = keyword && { edits: [{ range: rangeOf(keyword, root), text: "const" }] };
  return statement.getDeclarations().flatMap((declaration) => {
    const initializer = declaration.getInitializer();
    const changes = initializer === undefined ? [] : mutations(initializer);
    return [
      ...(isConstant
        ? []
        : [diagnostic("letDeclaration", rangeOf(declaration, root), { name: declaration.getName() }, fix)]),
      ...changes.map((node) => diagnostic("assignment", rangeOf(node, root), { text: sourceText(node) })),
    ];
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
    (Node.isEnumDeclaration(statement) && isConstantEnum(statement)) ||
    Node.isEmptyStatement(statement)
  );
}

function describe(statement: Statement): string {
  if (Node.isClassDeclaration(statement)) return "a class";
  if (Node.isEnumDeclaration(statement)) return "an enum whose members are not all constants";
  if (Node.isModuleDeclaration(statement)) return "a namespace";
  return "a statement that runs when the module is imported";
}

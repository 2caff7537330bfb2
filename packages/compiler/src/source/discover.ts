import path from "node:path";
import { Node, type ObjectLiteralExpression, type Project, type SourceFile } from "ts-morph";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { sdkFolder } from "./project.js";
import { rangeOf } from "./range.js";

/** An exported policy as it stands in the source. */
export interface PolicyDeclaration {
  readonly exportName: string;
  readonly name: Node;
  readonly definition: ObjectLiteralExpression;
}

/** Finds the declaration of each policy that a module exports. */
export function discoverPolicies(
  source: SourceFile,
  exportNames: readonly string[],
  root: string,
): { readonly declarations: readonly PolicyDeclaration[]; readonly diagnostics: readonly Diagnostic[] } {
  const exported = source.getExportedDeclarations();
  const diagnostics: Diagnostic[] = [];
  const declarations = exportNames.flatMap((exportName) => {
    const declaration = exported.get(exportName)?.[0];
    const definition = declaration && definitionOf(declaration);
    const name = declaration && Node.isVariableDeclaration(declaration) ? declaration.getNameNode() : declaration;
    if (name !== undefined && definition !== undefined) return [{ exportName, name, definition }];
    diagnostics.push(diagnostic("notLiteralPolicy", rangeOf(name ?? source, root), { what: exportName }));
    return [];
  });
  return { declarations, diagnostics };
}

function definitionOf(declaration: Node): ObjectLiteralExpression | undefined {
  // `export default policy({ … })` declares the call itself.
  const call = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : declaration;
  if (call === undefined || !Node.isCallExpression(call) || !isPolicyFunction(call.getExpression())) return undefined;
  const [definition] = call.getArguments();
  return definition && Node.isObjectLiteralExpression(definition) ? definition : undefined;
}

// By what the name stands for: a function of the author's own may have the name too.
function isPolicyFunction(callee: Node): boolean {
  const declaration = sdkDeclaration(callee);
  return declaration !== undefined && Node.isFunctionDeclaration(declaration) && declaration.getName() === "policy";
}

/** The declaration in @writ/sdk that a name (`glob`, `writ.glob`) stands for, whatever it was imported as. */
export function sdkDeclaration(name: Node): Node | undefined {
  const identifier = Node.isPropertyAccessExpression(name) ? name.getNameNode() : name;
  const symbol = identifier.getSymbol();
  const declaration = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations()[0];
  if (declaration === undefined) return undefined;
  const file = path.relative(sdkFolder, declaration.getSourceFile().getFilePath());
  return file.startsWith("..") || path.isAbsolute(file) ? undefined : declaration;
}

/** The modules of the author: everything that was loaded and is not a declaration file. */
export function ownModules(project: Project): readonly SourceFile[] {
  return project.getSourceFiles().filter((source) => !source.isDeclarationFile() && !source.isInNodeModules());
}

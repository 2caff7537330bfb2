import { Node, type ObjectLiteralExpression, type Project, type SourceFile } from "ts-morph";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
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
    if (declaration !== undefined && definition !== undefined) {
      const name = Node.isVariableDeclaration(declaration) ? declaration.getNameNode() : declaration;
      return [{ exportName, name, definition }];
    }
    diagnostics.push(diagnostic("notLiteralPolicy", rangeOf(declaration ?? source, root), { what: exportName }));
    return [];
  });
  return { declarations, diagnostics };
}

function definitionOf(declaration: Node): ObjectLiteralExpression | undefined {
  // `export default policy({ … })` declares the call itself.
  const call = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : declaration;
  if (call === undefined || !Node.isCallExpression(call) || call.getExpression().getText() !== "policy")
    return undefined;
  const [definition] = call.getArguments();
  return definition && Node.isObjectLiteralExpression(definition) ? definition : undefined;
}

/** The modules of the author: everything that was loaded and is not a declaration file. */
export function ownModules(project: Project): readonly SourceFile[] {
  return project.getSourceFiles().filter((source) => !source.isDeclarationFile() && !source.isInNodeModules());
}

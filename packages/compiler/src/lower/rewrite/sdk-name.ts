import { Node, SyntaxKind } from "ts-morph";
import type { Edit } from "./edit.js";

/** How a module calls a function of @writ/sdk, and the import that it needs for that. */
export interface SdkName {
  readonly call: string;
  readonly imports: readonly Edit[];
}

const sdk = "@writ/sdk";

/** A name for a function of @writ/sdk at a place in a module; undefined where something else has the name. */
export function sdkName(at: Node, name: string): SdkName | undefined {
  const source = at.getSourceFile();
  const declarations = source
    .getImportDeclarations()
    .filter((declaration) => declaration.getModuleSpecifierValue() === sdk && !declaration.isTypeOnly());
  const specifiers = declarations.flatMap((declaration) => declaration.getNamedImports());
  const known = specifiers.find((specifier) => specifier.getName() === name && !specifier.isTypeOnly());
  const local = known?.getAliasNode()?.getText() ?? name;
  if (isDeclared(at, local)) return undefined;
  if (known !== undefined) return { call: local, imports: [] };
  const namespace = declarations.map((declaration) => declaration.getNamespaceImport()).find((of) => of !== undefined);
  if (namespace !== undefined) return { call: `${namespace.getText()}.${name}`, imports: [] };
  const last = specifiers.at(-1);
  const edit =
    last === undefined
      ? { start: 0, text: `import { ${name} } from "${sdk}";\n` }
      : { start: last.getEnd(), text: `, ${name}` };
  return { call: name, imports: [{ source, ...edit, end: edit.start }] };
}

// Anywhere in the file: a name that something else has further in may be hidden at the place.
function isDeclared(at: Node, name: string): boolean {
  return at
    .getSourceFile()
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .some((identifier) => {
      if (identifier.getText() !== name) return false;
      const parent = identifier.getParent();
      return (
        (Node.isVariableDeclaration(parent) ||
          Node.isParameterDeclaration(parent) ||
          Node.isBindingElement(parent) ||
          Node.isFunctionDeclaration(parent)) &&
        parent.getNameNode() === identifier
      );
    });
}

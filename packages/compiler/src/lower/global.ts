import { Node } from "ts-morph";

/** Whether an expression is a global of the language by this name: a variable of the author's may have the name too. */
export function isGlobal(node: Node, name: string): boolean {
  if (!Node.isIdentifier(node) || node.getText() !== name) return false;
  const declarations = node.getSymbol()?.getDeclarations() ?? [];
  return (
    declarations.length > 0 && declarations.every((declaration) => declaration.getSourceFile().isDeclarationFile())
  );
}

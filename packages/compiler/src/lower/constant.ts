import { type Identifier, Node, type VariableDeclaration, VariableDeclarationKind } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { type Lowering, poison, refuse } from "./lowering.js";
import { isGlobal } from "./global.js";
import { lowerExpression } from "./registry.js";
import { mathRewrite } from "./rewrite/intrinsic-call.js";

/** Lowers a name that is not bound in the predicate: a `const` of a module, wherever it is imported from. */
export function lowerConstant(lowering: Lowering, node: Identifier): Expr {
  const declaration = declarationOf(node);
  const initializer = declaration && constantInitializer(declaration);
  // Refused as a variable where it is declared.
  if (declaration !== undefined && isReassignable(declaration)) return poison(lowering, node);
  if (declaration === undefined || initializer === undefined) {
    const rewrite = isGlobal(node, "Math") ? mathRewrite(node) : undefined;
    return refuse(lowering, "unknownName", node, { name: node.getText() }, rewrite);
  }
  if (lowering.inlining.includes(declaration)) return refuse(lowering, "recursion", node, { name: node.getText() });
  lowering.inlining.push(declaration);
  const expr = lowerExpression(lowering, initializer, new Map());
  lowering.inlining.pop();
  return expr.kind === "list" || expr.kind === "table" ? { ...expr, name: node.getText() } : expr;
}

function isReassignable(declaration: Node): boolean {
  if (!Node.isVariableDeclaration(declaration) || declaration.getSourceFile().isDeclarationFile()) return false;
  const statement = declaration.getVariableStatement();
  return (
    statement !== undefined &&
    statement.getDeclarationKind() !== VariableDeclarationKind.Const &&
    !statement.hasDeclareKeyword()
  );
}

/** The declaration behind a name, through imports. */
export function declarationOf(node: Identifier): Node | undefined {
  const symbol = node.getSymbol();
  return (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations()[0];
}

/** The initializer of a `const` of a module that is not a library. */
export function constantInitializer(declaration: Node): Node | undefined {
  if (!isOwnConstant(declaration)) return undefined;
  return declaration.getInitializer();
}

function isOwnConstant(declaration: Node): declaration is VariableDeclaration {
  if (!Node.isVariableDeclaration(declaration) || declaration.getSourceFile().isDeclarationFile()) return false;
  const statement = declaration.getVariableStatement();
  return statement?.getDeclarationKind() === VariableDeclarationKind.Const;
}

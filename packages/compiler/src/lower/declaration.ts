import { type BindingName, Node, type VariableStatement, VariableDeclarationKind } from "ts-morph";
import { constantKeyword } from "../check/never-assigned.js";
import { type Lowering, refuse } from "./lowering.js";
import { functionOf } from "./call.js";
import { accumulatorRewrite } from "./rewrite/accumulator.js";
import { replaced } from "./rewrite/edit.js";

/** The constants of a statement that hold values; local functions are found through their symbol when they are called. */
export function constantDeclarations(
  lowering: Lowering,
  statement: VariableStatement,
): readonly { readonly name: BindingName; readonly initializer: Node }[] {
  const constant = statement.getDeclarationKind() === VariableDeclarationKind.Const;
  const keyword = constant ? undefined : constantKeyword(statement);
  const rewrite = keyword === undefined ? accumulatorRewrite(statement) : replaced(keyword, "const");
  return statement.getDeclarations().flatMap((declaration) => {
    const initializer = declaration.getInitializer();
    if (!constant) refuse(lowering, "letDeclaration", declaration, { name: declaration.getName() }, rewrite);
    if (initializer === undefined || functionOf(declaration) !== undefined) return [];
    if (Node.isRegularExpressionLiteral(initializer)) return [];
    return [{ name: declaration.getNameNode(), initializer }];
  });
}

import { type EnumMember, Node } from "ts-morph";
import { literal } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Lowering, spanOf } from "./lowering.js";

/** The member of an enum that `Level.High` or `Level["High"]` stands for. */
export function enumMember(node: Node): EnumMember | undefined {
  const name = Node.isPropertyAccessExpression(node)
    ? node.getNameNode()
    : Node.isElementAccessExpression(node)
      ? node.getArgumentExpression()
      : undefined;
  const declaration = name?.getSymbol()?.getDeclarations()[0];
  return declaration && Node.isEnumMember(declaration) ? declaration : undefined;
}

/** The value of an enum's member; undefined when it is no constant. */
export function lowerEnumMember(lowering: Lowering, node: Node, member: EnumMember): Expr | undefined {
  const value = member.getValue();
  return value === undefined ? undefined : literal(value, spanOf(lowering, node));
}

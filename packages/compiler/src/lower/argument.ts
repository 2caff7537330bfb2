import { type CallExpression, Node, type Type as TsType } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { sdkDeclaration } from "../source/discover.js";
import { readMember } from "./access.js";
import type { Lowering } from "./lowering.js";

/** An object of the document with a type in the source, by which its members are read. */
export interface Place {
  readonly expr: Expr;
  readonly type: TsType;
}

/** The type that a function of @writ/sdk declares for a parameter: the author's own may leave out members that a document has. */
export function parameterType(node: CallExpression, position: number): TsType {
  const declaration = sdkDeclaration(node.getExpression());
  const parameters = declaration && Node.isFunctionDeclaration(declaration) ? declaration.getParameters() : [];
  const parameter = parameters[position];
  if (parameter === undefined) throw new Error(`a function of the SDK lacks its parameter ${String(position)}`);
  return parameter.getType();
}

/** A member of an argument; none of its own when the type does not have it, which is reported. */
export function readArgument(lowering: Lowering, { expr, type }: Place, name: string, node: Node): Place {
  const lowered = readMember(lowering, { kind: "value", expr }, name, type, node);
  if (lowered.kind !== "value") throw new Error(`${name} of a value is a value`);
  const property = type.getNonNullableType().getProperty(name);
  return { expr: lowered.expr, type: property?.getTypeAtLocation(node) ?? type };
}

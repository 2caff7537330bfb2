import { type CallExpression, Node } from "ts-morph";
import { type Intrinsic, type ParameterKind, takes } from "../intrinsics/intrinsic.js";
import { type IntrinsicName, intrinsicOf, intrinsics } from "../intrinsics/table.js";
import { isEmptyList, literal } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type ValueKind, type ValueType, propagating } from "../ir/types.js";
import { sdkDeclaration } from "../source/discover.js";
import { type Lowering, type Scope, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { typeNoun } from "./types.js";

/** The intrinsic that a name stands for, whatever it was imported as. */
export function intrinsicNamed(callee: Node): IntrinsicName | undefined {
  const declaration = sdkDeclaration(callee);
  return declaration && Node.isFunctionDeclaration(declaration) ? intrinsicOf(declaration.getName() ?? "") : undefined;
}

/** Lowers a call of an intrinsic. TypeScript has checked how many arguments there are. */
export function lowerIntrinsic(lowering: Lowering, node: CallExpression, name: IntrinsicName, scope: Scope): Expr {
  const { parameters, defaults = [], result }: Intrinsic = intrinsics[name];
  const args = node.getArguments().map((argument) => lowerExpression(lowering, argument, scope));
  const poisoned = args.find(isPoison);
  if (poisoned !== undefined) return poisoned;
  for (const [index, arg] of args.entries()) {
    const accepted = parameters[index] ?? [];
    const type = arg.type.value;
    if (takes(accepted, type) || type.kind === "none" || isEmptyList(arg)) continue;
    const argument = node.getArguments()[index] ?? node;
    return refuse(lowering, "argument", argument, {
      text: sourceText(argument),
      type: described(type),
      name,
      accepted: accepted.map(parameterNoun).join(" or "),
      instead: instead(type),
    });
  }
  const span = spanOf(lowering, node);
  const omitted = defaults
    .slice(defaults.length - (parameters.length - args.length))
    .map((value) => literal(value, span));
  const type = propagating(result, ...args.map((arg) => arg.type));
  return { kind: "call", intrinsic: name, args: [...args, ...omitted], type, span };
}

const plurals: Readonly<Record<ValueKind, string>> = {
  bool: "booleans",
  int: "integers",
  number: "numbers",
  string: "strings",
  quantity: "quantities",
  intOrString: "integers or strings",
  json: "values of unknown type",
  list: "lists",
  map: "maps",
  record: "objects",
  none: "nothing",
};

function described(type: ValueType): string {
  const noun = typeNoun({ value: type, optional: false });
  return type.kind === "list" || type.kind === "map" ? `${noun} of ${plurals[type.element.kind]}` : noun;
}

function parameterNoun(parameter: ParameterKind): string {
  const [, container, element] = /^(list|map) of (\w+)$/.exec(parameter) ?? [];
  if (container !== undefined) return `a ${container} of ${plurals[element as ValueKind]}`;
  return typeNoun({ value: { kind: parameter } as ValueType, optional: false });
}

/** What to write, by what was given. */
function instead(type: ValueType): string {
  switch (type.kind === "list" || type.kind === "map" ? type.element.kind : type.kind) {
    case "number":
      return "give it integers: fields declared as `Integer`, constants without a fraction; other numbers are not exact in every engine";
    case "quantity":
      return "compare quantities with `compareQuantities`, and write one with `formatQuantity`";
    case "intOrString":
      return "tell the integer from the text, or declare the field as one of them";
    case "json":
      return "declare in the model what the field holds";
    case "bool":
    case "int":
    case "string":
    case "list":
    case "map":
    case "record":
    case "none":
      return "read the member that the call is about";
  }
}

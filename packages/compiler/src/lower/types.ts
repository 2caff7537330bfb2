import path from "node:path";
import { type FieldFacts, fieldFacts } from "@writ/sdk/fields";
import {
  type EnumDeclaration,
  type EnumMember,
  Node,
  type Symbol as MorphSymbol,
  SymbolFlags,
  type TypeNode,
} from "ts-morph";
import type { DeclaredField } from "../ir/nodes.js";
import type { Type, ValueType } from "../ir/types.js";
import { sdkFolder } from "../source/project.js";

/** What the compiler knows of a member of a model. */
export interface Member extends DeclaredField {
  readonly alwaysPresent: boolean;
  /** The names of the kinds whose model declares it, for a member of a kind's own model. */
  readonly kinds?: readonly string[];
}

/** Reads a property's declarations; several (a property of a union) are joined into what holds for all of them. */
export function memberOf(property: MorphSymbol): Member | undefined {
  const members = property.getDeclarations().flatMap((declaration) => {
    if (!Node.isPropertySignature(declaration)) return [];
    const typeNode = declaration.getTypeNode();
    if (typeNode === undefined) return [];
    const facts = factsOf(declaration.getParent(), property.getName());
    return [
      {
        type: { value: valueType(typeNode), optional: isOptional(property) || admitsAbsence(typeNode) },
        zeroDropped: facts?.zeroDropped ?? false,
        alwaysPresent: facts?.alwaysPresent ?? false,
        ...absentAs(facts),
        ...kindsOf(declaration.getParent()),
      },
    ];
  });
  const [first, ...others] = members;
  if (first === undefined) return undefined;
  return others.reduce(joinMembers, first);
}

// By the symbol, not by its declaration: `Partial` and `Required` make another symbol of the same declaration.
function isOptional(property: MorphSymbol): boolean {
  return property.hasFlags(SymbolFlags.Optional);
}

// `string | undefined` and `string | null`: a null member is an absent one.
function admitsAbsence(node: TypeNode): boolean {
  const type = node.getType();
  if (type.isAny() || type.isUnknown()) return false;
  return type.getNonNullableType().compilerType !== type.compilerType;
}

function joinMembers(a: Member, b: Member): Member {
  const value = sameValueType(a.type.value, b.type.value) ? a.type.value : ({ kind: "json" } as const);
  return {
    type: { value, optional: a.type.optional || b.type.optional },
    zeroDropped: a.zeroDropped || b.zeroDropped,
    alwaysPresent: a.alwaysPresent || b.alwaysPresent,
    ...joinAbsence(a, b),
    // One that is declared elsewhere too is not told apart by kind.
    ...(a.kinds === undefined || b.kinds === undefined ? {} : { kinds: [...a.kinds, ...b.kinds] }),
  };
}

function absentAs(facts: FieldFacts | undefined): Pick<Member, "absentAs"> {
  if (facts?.absentAs === null) return { absentAs: "null" };
  return facts?.required === true && facts.absentAs === undefined ? { absentAs: "nothing" } : {};
}

// What copes with null copes with nothing, too.
function joinAbsence(a: Member, b: Member): Pick<Member, "absentAs"> {
  if (a.absentAs === "null" || b.absentAs === "null") return { absentAs: "null" };
  const known = a.absentAs ?? b.absentAs;
  return known === undefined ? {} : { absentAs: known };
}

function sameValueType(a: ValueType, b: ValueType): boolean {
  if (a.kind !== b.kind) return false;
  if ((a.kind === "list" || a.kind === "map") && (b.kind === "list" || b.kind === "map")) {
    return sameValueType(a.element, b.element);
  }
  return true;
}

// The model of a kind has a member `kind` of the type that is its name.
function kindsOf(owner: Node): { readonly kinds?: readonly string[] } {
  const type = Node.isInterfaceDeclaration(owner) ? owner.getProperty("kind")?.getTypeNode() : undefined;
  const literal = type !== undefined && Node.isLiteralTypeNode(type) ? type.getLiteral() : undefined;
  return literal !== undefined && Node.isStringLiteral(literal) ? { kinds: [literal.getLiteralText()] } : {};
}

function factsOf(owner: Node | undefined, field: string): ReturnType<typeof fieldFacts> {
  if (owner === undefined || !Node.isInterfaceDeclaration(owner)) return undefined;
  const module = modelModule(owner);
  return module === undefined ? undefined : fieldFacts(`${module}.${owner.getName()}`, field);
}

/** `core/v1` for a declaration in the SDK's `models/core/v1.d.ts`. */
function modelModule(node: Node): string | undefined {
  const file = path.relative(path.join(sdkFolder, "models"), node.getSourceFile().getFilePath());
  if (file.startsWith("..") || path.isAbsolute(file)) return undefined;
  return file
    .replace(/(\.d)?\.ts$/, "")
    .split(path.sep)
    .join("/");
}

const scalarAliases: Readonly<Record<string, ValueType>> = {
  Integer: { kind: "int" },
  Quantity: { kind: "quantity" },
  IntOrString: { kind: "intOrString" },
  Time: { kind: "string" },
  Json: { kind: "json" },
};

/** The IR type that a declared type stands for. Read from the declaration, where `Integer` is still told from `number`. */
export function valueType(node: TypeNode): ValueType {
  if (Node.isTypeOperatorTypeNode(node)) return valueType(node.getTypeNode());
  if (Node.isParenthesizedTypeNode(node)) return valueType(node.getTypeNode());
  if (Node.isArrayTypeNode(node)) return { kind: "list", element: valueType(node.getElementTypeNode()) };
  if (Node.isUnionTypeNode(node)) return unionType(node.getTypeNodes().map(valueType));
  if (Node.isTypeReference(node)) return referencedType(node);
  if (Node.isLiteralTypeNode(node)) return literalType(node.getLiteral());
  if (Node.isTypeLiteral(node)) return { kind: "record", model: "object" };
  const text = node.getText();
  if (text === "string") return { kind: "string" };
  if (text === "number") return { kind: "number" };
  if (text === "boolean") return { kind: "bool" };
  return { kind: "json" };
}

function referencedType(node: TypeNode & { getTypeName(): Node; getTypeArguments(): TypeNode[] }): ValueType {
  const name = node.getTypeName().getText();
  const args = node.getTypeArguments();
  const last = args.at(-1);
  if (name === "Readonly" && last !== undefined) return valueType(last);
  if (name === "Record" && last !== undefined && args[0]?.getText() === "string")
    return { kind: "map", element: valueType(last) };
  if ((name === "Array" || name === "ReadonlyArray") && last !== undefined)
    return { kind: "list", element: valueType(last) };
  const symbol = node.getTypeName().getSymbol();
  const declaration = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations()[0];
  if (declaration === undefined) return { kind: "json" };
  if (Node.isTypeAliasDeclaration(declaration)) {
    const scalar = scalarAliases[declaration.getName()];
    if (scalar !== undefined && isSdkScalar(declaration)) return scalar;
    const aliased = declaration.getTypeNode();
    return aliased === undefined ? { kind: "json" } : valueType(aliased);
  }
  if (Node.isEnumDeclaration(declaration) || Node.isEnumMember(declaration)) return enumType(declaration);
  if (Node.isInterfaceDeclaration(declaration)) return { kind: "record", model: modelName(declaration) };
  return { kind: "json" };
}

function enumType(declaration: EnumDeclaration | EnumMember): ValueType {
  const members = Node.isEnumMember(declaration) ? [declaration] : declaration.getMembers();
  return joinTypes(members.map((member) => ({ kind: typeof member.getValue() === "string" ? "string" : "int" })));
}

// What one of several objects has, the others may lack: no shape says that, so such a union is not read.
function unionType(types: readonly ValueType[]): ValueType {
  const known = types.filter((type) => type.kind !== "none");
  const models = new Set(known.map((type) => (type.kind === "record" ? type.model : type.kind)));
  const isMixed = known.length > 1 && known.some((type) => type.kind === "record");
  return isMixed && (models.size > 1 || models.has("object")) ? { kind: "json" } : joinTypes(types);
}

function isSdkScalar(declaration: Node): boolean {
  return path.relative(sdkFolder, declaration.getSourceFile().getFilePath()) === "scalars.d.ts";
}

function modelName(declaration: Node & { getName(): string }): string {
  const module = modelModule(declaration);
  return module === undefined ? declaration.getName() : `${module}.${declaration.getName()}`;
}

function literalType(literal: Node): ValueType {
  if (Node.isStringLiteral(literal) || Node.isNoSubstitutionTemplateLiteral(literal)) return { kind: "string" };
  if (Node.isNumericLiteral(literal)) return { kind: "int" };
  const text = literal.getText();
  return text === "true" || text === "false" ? { kind: "bool" } : { kind: "none" };
}

/** The type of a union's members: equal ones collapse, integers and text are `IntOrString`. */
export function joinTypes(types: readonly ValueType[]): ValueType {
  const present = types.filter((type) => type.kind !== "none");
  const isList = present.every((type) => type.kind === "list");
  // An empty array literal has no element type of its own.
  const known = isList ? present.filter((type) => !isEmptyList(type)) : present;
  const [first] = known.length > 0 ? known : present;
  if (first === undefined) return { kind: "none" };
  if (known.every((type) => sameValueType(type, first))) return first;
  const kinds = new Set(known.map((type) => type.kind));
  const mixed = [...kinds].every((kind) => kind === "int" || kind === "string" || kind === "intOrString");
  return mixed ? { kind: "intOrString" } : { kind: "json" };
}

function isEmptyList(type: ValueType): boolean {
  return type.kind === "list" && type.element.kind === "json";
}

const nouns: Readonly<Record<ValueType["kind"], string>> = {
  bool: "a boolean",
  int: "an integer",
  number: "a number",
  string: "a string",
  quantity: "a quantity",
  intOrString: "an integer or a string",
  json: "a value of unknown type",
  list: "a list",
  map: "a map",
  record: "an object",
  none: "absent",
};

/** The type in words, for messages. */
export function typeNoun(type: Type): string {
  return nouns[type.value.kind];
}

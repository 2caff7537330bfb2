import { type Cel, call } from "./ast.js";
import { isSelector } from "./print.js";
import type { CelVariable } from "./roots.js";

/*
 * Hosts check the types of an expression when they compile it: both sides of `==`, the branches of `? :` and the elements of a list must
 * have one type, where what is read of an object has the type `dyn`, which goes with every other. This pass makes an expression pass
 * that check: what would not is wrapped in `dyn(…)`, which changes nothing at run time.
 */

/**
 * What the checker knows of an expression; `free` is the element of something that is empty, or read by an optional index, and `request`
 * a text of the request, which some hosts know as one and others do not.
 */
type CelType =
  | {
      readonly kind:
        "dyn" | "free" | "request" | "null" | "bool" | "int" | "double" | "string" | "type" | "map" | "other";
    }
  | { readonly kind: "list" | "optional"; readonly of: CelType };

interface Typed {
  readonly cel: Cel;
  readonly type: CelType;
}

/** The types of names: the variables of macros by their name, those of the program as `variables.name`. */
type Scope = ReadonlyMap<string, CelType>;

const dyn: CelType = { kind: "dyn" };
const free: CelType = { kind: "free" };
const simple = (kind: Exclude<CelType["kind"], "list" | "optional">): CelType => ({ kind });

/** The parts of a program, each of which may name those before it, made to pass the checks of a host. */
export function typedProgram(
  variables: readonly CelVariable[],
  validation: Cel,
  message: Cel,
): { readonly variables: readonly CelVariable[]; readonly validation: Cel; readonly message: Cel } {
  const scope = new Map<string, CelType>();
  const made = variables.map((variable) => {
    const { cel, type } = typed(variable.expression, scope);
    scope.set(`variables.${variable.name}`, type);
    return { ...variable, expression: cel };
  });
  return { variables: made, validation: typed(validation, scope).cel, message: typed(message, scope).cel };
}

/** An expression by itself, made to pass the checks of a host. */
export function wellTyped(cel: Cel): Cel {
  return typed(cel, new Map()).cel;
}

function dynamic({ cel, type }: Typed): Cel {
  return type.kind === "dyn" ? cel : call("dyn", cel);
}

/** Whether the checker takes the two for one type. */
function agree(a: CelType, b: CelType): boolean {
  if (a.kind === "other" || b.kind === "other") return false;
  if (a.kind === "dyn" || b.kind === "dyn" || a.kind === "free" || b.kind === "free") return true;
  if (a.kind === "list" || a.kind === "optional") return a.kind === b.kind && agree(a.of, b.of);
  return a.kind === b.kind || (isText(a) && isText(b));
}

function isText({ kind }: CelType): boolean {
  return kind === "string" || kind === "request";
}

function isSame(a: CelType, b: CelType): boolean {
  if (a.kind === "list" || a.kind === "optional") return a.kind === b.kind && isSame(a.of, b.of);
  return a.kind === b.kind && a.kind !== "other" && a.kind !== "request";
}

/** Expressions that must have one type: as they are when they do, else all dynamic. */
function together(members: readonly Typed[]): { readonly cels: readonly Cel[]; readonly type: CelType } {
  const [first, ...others] = members;
  if (first === undefined) return { cels: [], type: free };
  if (others.every((other) => isSame(first.type, other.type)))
    return { cels: members.map(({ cel }) => cel), type: first.type };
  return { cels: members.map(dynamic), type: dyn };
}

function typed(cel: Cel, scope: Scope): Typed {
  const at = (inner: Cel): Typed => typed(inner, scope);
  switch (cel.kind) {
    case "literal":
      return { cel, type: simple(cel.value === null ? "null" : typeof cel.value === "string" ? "string" : "bool") };
    case "number":
      return { cel, type: simple(cel.double ? "double" : "int") };
    case "name":
      return { cel, type: scope.get(cel.name) ?? typeOfName(cel.name) };
    case "emptyMap":
      return { cel, type: simple("map") };
    case "map": {
      // What stands at a key is dynamic, whatever the constants are.
      const entries = cel.entries.map(([key, value]) => [at(key).cel, dynamic(at(value))] as const);
      return { cel: { ...cel, entries }, type: simple("map") };
    }
    case "select": {
      const of = readable(at(cel.of));
      return {
        cel: { ...cel, of },
        type: cel.optional ? { kind: "optional", of: isSelector(cel.field) ? dyn : free } : dyn,
      };
    }
    case "index":
      return typedIndex(cel, at(cel.of), at(cel.index));
    case "call": {
      const args = cel.args.map(at);
      return { cel: { ...cel, args: args.map((arg) => arg.cel) }, type: callType(cel.name, args) };
    }
    case "method":
      return typedMethod(cel, at(cel.of), cel.args.map(at));
    case "macro":
      return typedMacro(cel, at(cel.of), scope);
    case "list": {
      const { cels, type } = together(cel.elements.map(at));
      return { cel: { ...cel, elements: cels }, type: { kind: "list", of: type } };
    }
    case "not":
      return { cel: { ...cel, operand: at(cel.operand).cel }, type: simple("bool") };
    case "chain":
      return typedChain(cel, cel.operands.map(at));
    case "relation":
      return typedRelation(cel, at(cel.left), at(cel.right));
    case "ternary": {
      const { cels, type } = together([at(cel.then), at(cel.otherwise)]);
      const [then = cel.then, otherwise = cel.otherwise] = cels;
      return { cel: { ...cel, test: at(cel.test).cel, then, otherwise }, type };
    }
  }
}

function typeOfName(name: string): CelType {
  if (name.startsWith("request.")) return simple("request");
  return typeNames.has(name) ? simple("type") : dyn;
}

const typeNames = new Set(["bool", "int", "double", "string", "list", "map", "null_type"]);

/** What `.field` can follow. */
function readable(of: Typed): Cel {
  return of.type.kind === "optional" || of.type.kind === "map" ? of.cel : dynamic(of);
}

function typedIndex(cel: Extract<Cel, { kind: "index" }>, of: Typed, index: Typed): Typed {
  if (!cel.optional) {
    const type = of.type.kind === "list" ? of.type.of : dyn;
    return { cel: { ...cel, of: of.cel, index: index.cel }, type: type.kind === "free" ? dyn : type };
  }
  return { cel: { ...cel, of: readable(of), index: index.cel }, type: { kind: "optional", of: free } };
}

const callTypes: Readonly<Record<string, CelType>> = {
  string: simple("string"),
  size: simple("int"),
  type: simple("type"),
  int: simple("int"),
  double: simple("double"),
  dyn,
};

function callType(name: string, args: readonly Typed[]): CelType {
  if (name.startsWith("optional.")) return { kind: "optional", of: args[0]?.type ?? free };
  return callTypes[name] ?? simple(name.startsWith("is") || name.startsWith("sets.") ? "bool" : "other");
}

const textMethods: Readonly<Record<string, CelType>> = {
  matches: simple("bool"),
  startsWith: simple("bool"),
  endsWith: simple("bool"),
  contains: simple("bool"),
  find: simple("string"),
  substring: simple("string"),
  replace: simple("string"),
  trim: simple("string"),
  lowerAscii: simple("string"),
  upperAscii: simple("string"),
  charAt: simple("string"),
  indexOf: simple("int"),
  lastIndexOf: simple("int"),
  split: { kind: "list", of: simple("string") },
};
const otherMethods: Readonly<Record<string, CelType>> = { join: simple("string"), compareTo: simple("int") };

function typedMethod(cel: Extract<Cel, { kind: "method" }>, of: Typed, args: readonly Typed[]): Typed {
  const made = (receiver: Cel, given: readonly Cel[], type: CelType): Typed => ({
    cel: { ...cel, of: receiver, args: given },
    type,
  });
  const plain = args.map((arg) => arg.cel);
  const [first] = args;
  if (cel.name === "orValue" && of.type.kind === "optional" && first !== undefined) {
    const { of: held } = of.type;
    if (held.kind === "dyn") return made(of.cel, plain, dyn);
    if (isSame(held, first.type)) return made(of.cel, plain, held);
    // The checker takes the type of what the optional holds from the default, or the other way about.
    return held.kind === "list" && first.type.kind === "list" && agree(held, first.type)
      ? made(of.cel, plain, held)
      : made(of.cel, args.map(dynamic), dyn);
  }
  const text = textMethods[cel.name];
  if (text === undefined) return made(of.cel, plain, otherMethods[cel.name] ?? simple("other"));
  const isReceiver = isText(of.type) || (of.type.kind === "list" && cel.name.endsWith("ndexOf"));
  return made(
    isReceiver ? of.cel : dynamic(of),
    args.map((arg) => (arg.type.kind === "null" ? dynamic(arg) : arg.cel)),
    text,
  );
}

function typedMacro(cel: Extract<Cel, { kind: "macro" }>, of: Typed, scope: Scope): Typed {
  const iterable = of.type.kind === "list" || of.type.kind === "map" ? of.cel : dynamic(of);
  const element = of.type.kind === "list" && of.type.of.kind !== "free" ? of.type.of : dyn;
  const body = typed(cel.body, new Map(scope).set(cel.item, element));
  const type = (): CelType => {
    switch (cel.macro) {
      case "exists":
      case "all":
        return simple("bool");
      case "filter":
        return { kind: "list", of: element };
      case "map":
        return { kind: "list", of: body.type };
    }
  };
  return { cel: { ...cel, of: iterable, body: body.cel }, type: type() };
}

function typedChain(cel: Extract<Cel, { kind: "chain" }>, operands: readonly Typed[]): Typed {
  if (cel.operator === "&&" || cel.operator === "||")
    return { cel: { ...cel, operands: operands.map((operand) => operand.cel) }, type: simple("bool") };
  const concrete = operands.find(({ type }) => type.kind !== "dyn")?.type ?? dyn;
  const agreed = operands.every(({ type }) => agree(type, concrete));
  const type = concrete.kind === "list" ? ({ kind: "list", of: dyn } as const) : concrete;
  return {
    cel: { ...cel, operands: operands.map((operand) => (agreed ? operand.cel : dynamic(operand))) },
    type: agreed ? type : dyn,
  };
}

function typedRelation(cel: Extract<Cel, { kind: "relation" }>, left: Typed, right: Typed): Typed {
  const made = (l: Cel, r: Cel): Typed => ({ cel: { ...cel, left: l, right: r }, type: simple("bool") });
  if (cel.operator === "in") {
    const element = right.type.kind === "list" ? right.type.of : dyn;
    return made(agree(left.type, element) ? left.cel : dynamic(left), right.cel);
  }
  return agree(left.type, right.type) ? made(left.cel, right.cel) : made(dynamic(left), right.cel);
}

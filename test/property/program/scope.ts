import { type Tree, leaf, readsOf } from "./tree.js";
import { type Type, elementOf, isOptional, membersOf, optional, sortOf, valueOf, written } from "./types.js";

/** A name that expressions may use. */
export interface Name {
  readonly text: string;
  readonly type: Type;
  /** Whether it stands for a place of the document, at which a violation may be reported. */
  readonly place: boolean;
  /** Whether it is there in the whole predicate. */
  readonly root?: boolean;
}

/** A function that the program declares. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly result: Type;
}

/**
 * What may be used at a place of a program. `known` is what TypeScript may have concluded there of a reference from the tests before: its
 * type, where a test was written to show that; `tested`, where it may be anything, even `never`.
 */
export interface Scope {
  readonly names: readonly Name[];
  readonly known: ReadonlyMap<string, Type | "tested">;
  readonly functions: readonly Signature[];
}

export function withNames(scope: Scope, ...names: readonly Name[]): Scope {
  return { ...scope, names: [...scope.names, ...names] };
}

/** The scope where some conditions are known to hold, or not to hold. */
export function after(scope: Scope, ...conditions: readonly Tree[]): Scope {
  const tested = conditions.flatMap((condition) => [...readsOf(condition)].map((read) => [read, "tested"] as const));
  return { ...scope, known: new Map([...scope.known, ...tested]) };
}

/** The scope where a reference is known to have a type. */
export function knowing(scope: Scope, { key }: Reference, type: Type): Scope {
  return key === undefined ? scope : { ...scope, known: new Map([...scope.known, [key, type]]) };
}

/** What the parts use that rely on it. */
export function fact(key: string): string {
  return `${key}!`;
}

/** The scope within a function: there, TypeScript forgets what it knew of members. */
export function inFunction(scope: Scope): Scope {
  const known = [...scope.known].map(([key, type]): [string, Type | "tested"] =>
    key.includes(".") ? [key, "tested"] : [key, type],
  );
  return { ...scope, known: new Map(known) };
}

/** A name, or a member of it at some depth. */
export interface Reference {
  readonly text: string;
  readonly type: Type;
  readonly uses: readonly string[];
  readonly place: boolean;
  readonly root: boolean;
  /** How the type checker knows it; absent when it is a call's, which no test narrows. */
  readonly key: string | undefined;
}

/** Every reference of a scope. */
export function referencesOf(scope: Scope): readonly Reference[] {
  const cached = references.get(scope);
  if (cached !== undefined) return cached;
  const found = scope.names.flatMap((name) => {
    const { text, type, place, root = false } = name;
    const own: Reference = { text, type, place, root, uses: root ? [] : [text], key: text.replaceAll("?", "") };
    return below(asKnown(own, scope), 2, scope);
  });
  references.set(scope, found);
  return found;
}

const references = new WeakMap<Scope, readonly Reference[]>();

function below(reference: Reference, depth: number, scope: Scope): readonly Reference[] {
  if (depth === 0) return [reference];
  return [reference, ...stepsOf(reference).flatMap((step) => below(asKnown(step, scope), depth - 1, scope))];
}

/** The members of a reference, its first elements, or some entries. */
function stepsOf(reference: Reference): readonly Reference[] {
  const { text, type, key } = reference;
  const sort = sortOf(type);
  const isMaybe = isOptional(type);
  const step = (written: string, inner: Type): Reference => ({
    ...reference,
    text: `${text}${written}`,
    type: isMaybe ? optional(inner) : inner,
    key: key === undefined ? undefined : `${key}.${written.replaceAll(/[?.]/g, "")}`,
  });
  const member = (name: string): string => {
    if (/^[a-z]\w*$/i.test(name)) return isMaybe ? `?.${name}` : `.${name}`;
    return bracket(JSON.stringify(name));
  };
  const bracket = (inside: string): string => (isMaybe ? `?.[${inside}]` : `[${inside}]`);
  const element = elementOf(sort) ?? valueOf(sort);
  const places = elementOf(sort) === undefined ? ['"a"', '"constructor"'] : ["0", "1"];
  return [
    ...membersOf(sort).map(([name, inner]) => step(member(name), inner)),
    ...(element === undefined ? [] : places.map((place) => step(bracket(place), optional(element)))),
  ];
}

/** A reference as it can be used: one that was tested goes through a function, which has a type of its own again. */
function asKnown(reference: Reference, scope: Scope): Reference {
  const { key, text, type, uses } = reference;
  const known = key === undefined ? undefined : scope.known.get(key);
  if (known === undefined || key === undefined) return reference;
  if (known !== "tested") return { ...reference, type: known, uses: [...uses, fact(key)] };
  return { ...reference, text: `${passing(type)}(${text})`, key: undefined };
}

/** The name of the function that gives what it is given. */
function passing(type: Type): string {
  const named = sortOf(type).replaceAll("[]", "List").replaceAll(/\W/g, "");
  return `${isOptional(type) ? "maybe" : "same"}${named.charAt(0).toUpperCase()}${named.slice(1)}`;
}

/** The functions of some types by which tested references go. */
export function passingFunctions(types: readonly Type[]): ReadonlyMap<string, string> {
  return new Map(
    types.map((type) => {
      const of = written(type);
      return [passing(type), `function ${passing(type)}(value: ${of}): ${of} {\n  return value;\n}\n`];
    }),
  );
}

/** Whether there is anything of a type: not every subject has members of every type. */
export function has(scope: Scope, type: Type): boolean {
  return referencesOf(scope).some((of) => of.type === type);
}

/** Whether an expression of a type can be made. */
export function canBe(scope: Scope, type: Type): boolean {
  const sort = sortOf(type);
  return isOrdinary(sort) || has(scope, type) || (elementOf(sort) !== undefined && has(scope, optional(type)));
}

/** Whether there are constants of a sort. */
export function isOrdinary(sort: Type): boolean {
  return ["string", "Integer", "boolean", "string[]", "Integer[]"].includes(sort);
}

/** A reference as a part of a program. */
export function referring({ type, text, uses, key }: Reference): Tree {
  return leaf(type, text, uses, key === undefined ? [] : [key]);
}

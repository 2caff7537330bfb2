import { type Reference, type Scope, after, fact, knowing, referencesOf, referring } from "./scope.js";
import { type Hole, type Tree, code, within } from "./tree.js";
import { type Type, isOptional, sortOf } from "./types.js";
import type { Make, Producer, Writer } from "./writer.js";

/** Tests that tell the type checker what a reference is, and expressions that rely on it. */
export const narrowed: Producer = (writer, type, depth, scope) => {
  const make = (of: Type, inner: Scope): Tree => writer.make(of, depth, inner);
  const found = narrowings(writer, scope);
  const lookups = ownKeys(writer, type, scope);
  if (found.length === 0) return lookups;
  const chosen = (): Narrowing => found[writer.below(found.length)] ?? (found[0] as Narrowing);
  const choice: Make = () => {
    const { holds, fails, inside } = chosen();
    const [then, otherwise] = [inside((inner) => make(type, inner)), make(type, after(scope, holds))];
    if (fails !== undefined && writer.below(2) === 0) return code(type)`(${fails} ? ${otherwise} : ${then})`;
    return code(type)`(${holds} ? ${then} : ${otherwise})`;
  };
  const joined: Make = () => {
    const { holds, fails, inside } = chosen();
    const body = inside((inner) => make(type, inner));
    if (fails !== undefined && writer.below(2) === 0) return code(type)`(${fails} || ${body})`;
    return code(type)`(${holds} && ${body})`;
  };
  if (type === "boolean") return [joined, joined, choice];
  if (type === "boolean?") return [joined];
  const isPlain = type === "string" || type === "string?" || type === "Integer" || type === "Integer?";
  return isPlain ? [choice, ...lookups] : lookups;
};

/** A test, its contrary where that is written as easily, and what is made where it holds. */
export interface Narrowing {
  readonly holds: Tree;
  readonly fails: Tree | undefined;
  readonly inside: (make: (inner: Scope) => Tree) => Hole;
}

/** What can be tested of the references of a scope. */
export function narrowings(writer: Writer, scope: Scope): readonly Narrowing[] {
  const open = referencesOf(scope).filter(({ key }) => key !== undefined);
  const near = open.filter(({ root }) => !root);
  const from = near.length > 0 && writer.below(3) > 0 ? near : open;
  const candidates = from.flatMap((reference) => narrowingsOf(reference, scope));
  return candidates.length === 0 ? [] : [candidates[writer.below(candidates.length)] as Narrowing];
}

function narrowingsOf(reference: Reference, scope: Scope): readonly Narrowing[] {
  const { type, key = "" } = reference;
  const sort = sortOf(type);
  const of = referring(reference);
  const inside =
    (known: Type): Narrowing["inside"] =>
    (make) =>
      within(make(knowing(scope, reference, known)), fact(key));
  const present: Narrowing = {
    holds: code("boolean")`${of} !== undefined`,
    fails: code("boolean")`${of} === undefined`,
    inside: inside(sort),
  };
  const typed = (name: "string" | "number", known: Type): Narrowing => ({
    holds: code("boolean")`typeof ${of} === "${name}"`,
    fails: code("boolean")`typeof ${of} !== "${name}"`,
    inside: inside(known),
  });
  switch (sort) {
    case "IntOrString":
      return [
        typed("string", "string"),
        typed("number", "Integer"),
        isOptional(type)
          ? { holds: code("boolean")`${of} !== undefined && isText(${of})`, fails: undefined, inside: inside("string") }
          : { holds: code("boolean")`isText(${of})`, fails: undefined, inside: inside("string") },
      ];
    case "Json":
      return isOptional(type) ? [typed("string", "string")] : [];
    case "string":
      if (!isOptional(type)) return [];
      return [
        present,
        { holds: code("boolean")`isThere(${of})`, fails: code("boolean")`!isThere(${of})`, inside: inside("string") },
      ];
    default:
      return isOptional(type) ? [present, present] : [];
  }
}

/** Members of constant tables by keys that are known to be theirs. */
function ownKeys(writer: Writer, type: Type, scope: Scope): readonly Make[] {
  const keys = referencesOf(scope).filter((reference) => reference.type === "string");
  const key = keys[writer.below(Math.max(1, keys.length))];
  if (key === undefined || (type !== "string?" && type !== "Integer?" && type !== "string[]?")) return [];
  const of = referring(key);
  const table = type === "string?" ? "titles" : "teams";
  const member = { "string?": "", "Integer?": "?.most", "string[]?": "?.tags" }[type];
  return [() => code(type)`(Object.hasOwn(${table}, ${of}) ? ${table}[${of}]${member} : undefined)`];
}

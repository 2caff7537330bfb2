import { booleans } from "./booleans.js";
import { calls } from "./calls.js";
import { choices } from "./choices.js";
import { plainConstants } from "./constants.js";
import { integers } from "./integers.js";
import { intrinsicCalls } from "./intrinsics.js";
import { lists } from "./lists.js";
import { narrowed } from "./narrowing.js";
import { records } from "./records.js";
import { type Reference, type Scope, isOrdinary, referencesOf, referring } from "./scope.js";
import { texts } from "./texts.js";
import { type Tree, code, leaf } from "./tree.js";
import { type Type, elementOf, isOptional, optional, sortOf } from "./types.js";
import { type Producer, type Writer, chance, one } from "./writer.js";

const producers: readonly Producer[] = [
  choices,
  texts,
  integers,
  booleans,
  lists,
  records,
  narrowed,
  intrinsicCalls,
  calls,
];

/** An expression of a type. */
export function expression(writer: Writer, type: Type, depth: number, scope: Scope): Tree {
  if (depth > 0 && !writer.isFull() && chance(writer, 75)) {
    const growing = producers.flatMap((producer) => producer(writer, type, depth - 1, scope));
    const chosen = growing[writer.below(Math.max(1, growing.length))];
    if (chosen !== undefined) return chosen();
  }
  return ending(writer, type, scope);
}

/** An expression that does not grow: a name, or a constant. */
function ending(writer: Writer, type: Type, scope: Scope): Tree {
  const constants = plainConstants.filter(
    (constant) => constant.type === type && !(constant.zero === true && writer.subject.dropsZeros),
  );
  const found = reference(writer, type, scope);
  const named = constants[writer.below(Math.max(1, constants.length))];
  if (found !== undefined && (named === undefined || chance(writer, 60))) return referring(found);
  return named === undefined ? fallback(writer, type, scope) : leaf(type, named.name);
}

/** A reference of a type: of what is bound nearby rather than of the subject. */
function reference(writer: Writer, type: Type, scope: Scope): Reference | undefined {
  const fitting = referencesOf(scope).filter((of) => of.type === type);
  const near = fitting.filter(({ root }) => !root);
  const from = near.length > 0 && chance(writer, 60) ? near : fitting;
  return from[writer.below(Math.max(1, from.length))];
}

/** What is of a type, though nothing of the type has a name. */
function fallback(writer: Writer, type: Type, scope: Scope): Tree {
  const sort = sortOf(type);
  if (isOptional(type)) {
    if (isOrdinary(sort))
      return code(type)`(${writer.make("boolean", 0, scope)} ? ${writer.make(sort, 0, scope)} : undefined)`;
    const there = reference(writer, sort, scope);
    return there === undefined ? leaf(type, "undefined") : referring({ ...there, type });
  }
  switch (sort) {
    case "boolean":
      return code(type)`(${writer.make("string", 0, scope)} === ${one(writer, ["A", "B"])})`;
    case "IntOrString":
      return leaf(type, "A");
    case "number":
      return leaf(type, one(writer, ["ONE", "0.5"]));
    default:
      if (elementOf(sort) === undefined) throw new Error(`nothing is of type ${type}`);
      return code(type)`(${ending(writer, optional(type), scope)} ?? [])`;
  }
}

import { type Scope, has } from "./scope.js";
import { code } from "./tree.js";
import { type Type, isOptional, membersOf, sortOf } from "./types.js";
import type { Make, Producer, Writer } from "./writer.js";

/** What is read from an object or a map that an expression gives. */
export const records: Producer = (writer, type, depth, scope) => {
  if (!isOptional(type)) return [];
  const sort = sortOf(type);
  const members = writer.subject.items.flatMap((model) =>
    membersOf(model).flatMap(([name, member]): readonly Make[] =>
      sortOf(member) !== sort || !has(scope, `${model}?`)
        ? []
        : [() => code(type)`${writer.make(`${model}?`, depth, scope)}?.${name}`],
    ),
  );
  return [...members, ...entriesOf(writer, type, depth, scope)];
};

function entriesOf(writer: Writer, type: Type, depth: number, scope: Scope): readonly Make[] {
  const map: Type = sortOf(type) === "Part" ? "Record<Part>?" : "Record<string>?";
  if ((type !== "Part?" && type !== "string?") || !has(scope, map)) return [];
  return [() => code(type)`${writer.make(map, depth, scope)}?.[${writer.make("string", depth, scope)}]`];
}

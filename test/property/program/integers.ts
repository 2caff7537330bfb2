import { referencesOf, referring, type Scope } from "./scope.js";
import { type Tree, code, leaf } from "./tree.js";
import { type Make, type Producer, type Writer, chance, one } from "./writer.js";

/** Integers: counted, looked up, and computed within a range that is known. */
export const integers: Producer = (writer, type, depth, scope) => {
  if (type === "Integer?") return [() => code(type)`codes.get(${writer.make("string", depth, scope)})`];
  if (type !== "Integer") return [];
  const computed: Make = () => {
    const operator = one(writer, ["+", "-", "*"]);
    return code(type)`(${operand(writer, scope)} ${operator} ${operand(writer, scope)})`;
  };
  return [
    computed,
    computed,
    () => code(type)`(${computed()} ${one(writer, ["+", "-"])} ${one(writer, ["1", "100", "ONE", "MOST"])})`,
    () => code(type)`-${operand(writer, scope)}`,
    () => code(type)`codes.size`,
    () => code(type)`LEVELS.length`,
  ];
};

/** An integer of which the compiler knows that it is not large, or can ask the document for that. */
function operand(writer: Writer, scope: Scope): Tree {
  const known = referencesOf(scope).filter(({ type, root }) => type === "Integer" && (root || chance(writer, 60)));
  const maybe = referencesOf(scope).filter(({ type }) => type === "Integer?");
  const [there, absent] = [
    known[writer.below(Math.max(1, known.length))],
    maybe[writer.below(Math.max(1, maybe.length))],
  ];
  const small = one(writer, ["1", "3", "ONE", "MINUS", "LARGE", "MOST"]);
  if (absent !== undefined && chance(writer, 50)) return code("Integer")`(${referring(absent)} ?? ${small})`;
  if (there?.root === true && chance(writer, 60)) return referring(there);
  return leaf("Integer", small);
}

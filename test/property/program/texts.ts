import { code } from "./tree.js";
import { type Make, type Producer, one, separators, words } from "./writer.js";

/** Texts: put together, taken apart, looked up. */
export const texts: Producer = (writer, type, depth, scope) => {
  if (type === "string") {
    const make = (of: "string" | "Integer" | "IntOrString" | "string[]" | "Integer[]") => writer.make(of, depth, scope);
    const printed: Make = () =>
      code(
        type,
      )`\`${one(writer, ["", "x ", "é", "\\n"])}\${${make("string")}}${one(writer, ["-", "", ": "])}\${${make(one(writer, ["Integer", "string", "IntOrString"]))}}\``;
    return [
      printed,
      printed,
      () => code(type)`(${make("string")} + ${make("string")})`,
      () => code(type)`${make("string")}.concat(${make("string")}, ${one(writer, words)})`,
      () => code(type)`String(${make("Integer")})`,
      () =>
        code(
          type,
        )`${make(one(writer, ["string[]", "string[]", "Integer[]"]))}.join(${one(writer, [...separators, '""'])})`,
    ];
  }
  if (type !== "string?") return [];
  const split: Make = () => {
    const part = one(writer, ["[0]", "[1]", ".at(-1)", ".at(0)"]);
    return code(type)`${writer.make("string", depth, scope)}.split(${one(writer, separators)})${part}`;
  };
  return [
    split,
    () => code(type)`${writer.make("string?", depth, scope)}?.split(${one(writer, separators)}).at(-1)`,
    () => code(type)`kinds_.get(${writer.make("string", depth, scope)})`,
  ];
};

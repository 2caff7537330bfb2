import { type Case, given, widget } from "../case.js";

const part = { name: "n" };
export const cases: readonly Case[] = [
  given("nothing", widget({ text: "constructor" }), []),
  given("an empty map", widget({ text: "toString", table: {} }), []),
  given(
    "inherited names",
    widget({
      text: "valueOf",
      table: { hasOwnProperty: part, constructor: { name: "c", on: true }, toString: { name: "toString" } },
    }),
    [
      "spec constant constructor",
      "spec constant hasOwnProperty",
      "spec/table/constructor/on on",
      "spec toString",
      "spec named by its key",
    ],
  ),
  given("the prototype", widget({ text: "__proto__", table: Object.fromEntries([["__proto__", part]]) }), [
    "spec constant __proto__",
    "spec computed",
    "spec own",
    "spec in",
    "spec/table/__proto__/name n",
  ]),
  given(
    "no names",
    widget({
      text: "\n",
      table: {
        "": part,
        "a.b/c": part,
        "'\"`\\": part,
        "\n": part,
        é: part,
        "😀": part,
        "$(x){{y}}": part,
        "1": part,
        "-": part,
      },
    }),
    [
      "spec constant",
      "spec constant a.b/c",
      "spec constant '\"`\\",
      "spec constant é",
      "spec constant 😀",
      "spec constant $(x){{y}}",
      "spec constant 1",
      "spec constant -",
      "spec computed",
      "spec own",
      "spec in",
    ],
  ),
];

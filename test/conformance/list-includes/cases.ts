import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no a", "spec unknown"]),
  given("empty", widget({ tags: [], numbers: [] }), ["spec no a"]),
  given("there", widget({ tags: ["b", "a"], numbers: [1, 0], text: "a" }), [
    "spec a",
    "spec zero",
    "spec text is a tag",
  ]),
  given("constant", widget({ text: "y", tags: ["aa"] }), ["spec no a", "spec x or y"]),
  given("null element", widget({ tags: [null] }), ["spec/tags/0 spec.tags[] must be a string"]),
  given("number as text", widget({ numbers: ["0"] }), ["spec/numbers/0 spec.numbers[] must be an integer"]),
];

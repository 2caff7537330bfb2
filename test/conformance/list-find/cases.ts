import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec none"]),
  given("empty", widget({ parts: [] }), ["spec none"]),
  given("first of two", widget({ parts: [{ name: "a" }, { name: "b", on: true }, { name: "c", on: true }] }), [
    "spec/parts/1 b is the first",
    "spec b",
  ]),
  given(
    "inner",
    widget({
      parts: [
        { name: "x" },
        { name: "a", parts: [{ name: "i" }, { name: "j" }] },
        { name: "a", parts: [{ name: "k" }] },
      ],
    }),
    ["spec none", "spec/parts/1/parts/0 i", "spec/parts/1/parts/1 j"],
  ),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec not"]),
  given(
    "all",
    widget({
      text: "a",
      flag: true,
      tags: ["a", "b"],
      count: 3,
      parts: [{ name: "x", on: true, parts: [{ name: "x" }] }],
    }),
    ["spec contains", "spec b", "spec/parts/0 x", "spec/parts/0/parts/0 w", "spec with"],
  ),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec violates adversary-names-of-rego"]),
  given(
    "everything",
    widget({
      text: "a",
      tags: ["ab", "if"],
      numbers: [1, -2],
      parts: [
        { name: "p", tags: ["p"] },
        { name: "q", size: 3 },
      ],
    }),
    ["spec startswith", "spec some", "spec 3 0", "spec 1 of 2", "spec/parts/1 q 3 w"],
  ),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("no inner", widget({ parts: [{ name: "a" }] }), []),
  given(
    "nested",
    widget({
      tags: ["y"],
      parts: [
        {
          name: "a",
          parts: [
            { name: "a", tags: ["a"] },
            { name: "b", tags: ["a", "y", "z"] },
          ],
        },
      ],
    }),
    ["spec/parts/0/parts/1/tags a/b/a", "spec/parts/0 y", "spec/parts/0/parts/1 b"],
  ),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec after"]),
  given("on", widget({ parts: [{ name: "a", on: true, size: 9 }] }), ["spec after"]),
  given(
    "sizes",
    widget({
      parts: [
        { name: "a", size: 2 },
        { name: "a", size: 1 },
        { name: "b", size: 1 },
      ],
    }),
    ["spec/parts/0 large", "spec/parts/2 small", "spec/parts/2 end", "spec after"],
  ),
  given("tags", widget({ parts: [{ name: "a" }, { name: "b", tags: [] }] }), [
    "spec/parts/1 tagged",
    "spec/parts/1 end",
    "spec after",
  ]),
];

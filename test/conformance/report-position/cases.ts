import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("texts", widget({ tags: ["long", "a", "a", "", "also long", "also long"] }), [
    "spec/tags/1 tag a is short",
    "spec/tags/2 tag a is short",
    "spec/tags/3 tag  is short",
    "spec/tags/2 the next tag is the same",
    "spec/tags/5 the next tag is the same",
  ]),
  given(
    "nested",
    widget({ parts: [{ name: "a", tags: ["b", "a"] }, { name: "b" }, { name: "c", tags: ["c", "d", "e"] }] }),
    [
      "spec/parts/0/tags/1 the tag is the name",
      "spec/parts/0/tags/0 the tag stands where the part does",
      "spec/parts/2/tags/0 the tag is the name",
      "spec/parts/2/tags/2 the tag stands where the part does",
    ],
  ),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec/tags/0 at an index", "spec/tags/0 at a name"]),
  given(
    "twice each",
    widget({ flag: true, main: { name: "m" }, parts: [{ name: "p", on: true, tags: ["a", "a"] }, { name: "q" }] }),
    [
      "spec the flag",
      "spec/parts/0 a part",
      "spec/parts/1 a part",
      "spec/parts/0 tagged",
      "spec has a part",
      "spec/main/name violates adversary-repeated-reports",
      "spec/tags/0 at an index",
      "spec/tags/0 at a name",
    ],
  ),
];

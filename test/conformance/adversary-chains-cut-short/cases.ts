import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("cut at the first", widget({}), [
    "spec not every",
    "spec found is not x",
    "spec no parts",
    "spec no last tag",
    "spec deep is not false",
    "spec no second word",
  ]),
  given("cut in the middle", widget({ flag: true, main: { name: "m", next: { name: "n", tags: [] }, parts: [] } }), [
    "spec starts, or the flag",
    "spec not every",
    "spec found is not x",
    "spec violates adversary-chains-cut-short",
    "spec no last tag",
    "spec deep is not false",
    "spec no second word",
  ]),
  given(
    "cut nowhere",
    widget({
      text: "t",
      flag: true,
      main: {
        name: "m-n",
        next: { name: "n", tags: ["b"] },
        parts: [{ name: "xz", on: true, tags: ["t"], next: { name: "x" } }],
      },
      table: {
        a: { name: "a", parts: [{ name: "0" }, { name: "1", next: { name: "2", next: { name: "3", on: false } } }] },
      },
    }),
    ["spec some", "spec first that is on ends in z", "spec xz", "spec t", "spec n"],
  ),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), [
    "spec default off",
    "spec no list",
    "spec chosen a",
    "spec 4 z",
    "spec violates adversary-joined-lists",
  ]),
  given(
    "empty lists",
    widget({ flag: true, tags: [], main: { name: "m", tags: [] }, parts: [{ name: "p", tags: [] }] }),
    ["spec violates adversary-joined-lists", "spec 0 z", "spec |"],
  ),
  given(
    "everything",
    widget({
      flag: true,
      tags: ["a"],
      main: { name: "m", on: true, tags: ["b"], next: { name: "n", tags: ["c"] }, parts: [{ name: "i", on: true }] },
      parts: [
        { name: "p", on: true },
        { name: "q", tags: ["x"] },
      ],
    }),
    [
      "spec a b c",
      "spec a",
      "spec chosen a",
      "spec one is on",
      "spec/parts/0 p",
      "spec/main/parts/0 i",
      "spec tag a",
      "spec 6 z",
      "spec p|x|",
    ],
  ),
];

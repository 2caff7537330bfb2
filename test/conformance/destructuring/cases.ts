import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}, {}), []),
  given("defaults", widget({ parts: [{ name: "p" }], tags: ["a", "x"], flag: true }, { name: "w" }), [
    "spec p 3",
    "spec p has a",
  ]),
  given(
    "given",
    widget(
      {
        parts: [
          { name: "p", size: 1, on: true, tags: ["x"], parts: [{ name: "i" }] },
          { name: "q", on: false, tags: ["a"] },
        ],
        tags: ["a"],
      },
      {},
    ),
    ["spec p 1", "spec i in p of anonymous", "spec q has a"],
  ),
];

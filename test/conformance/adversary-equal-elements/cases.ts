import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("twice the same", widget({ parts: [{ name: "a" }, { name: "a" }], tags: ["x", "x", "x"] }), [
    "spec/parts/0 first a",
    "spec/parts/0 an a",
    "spec/parts/1 an a",
    "spec/parts/1 second",
    "spec several",
    "spec x x",
    "spec x",
  ]),
  given(
    "of other sizes",
    widget({
      parts: [
        { name: "b", size: 1 },
        { name: "a", size: 1 },
        { name: "a", size: 2 },
      ],
    }),
    [
      "spec/parts/1 first a",
      "spec/parts/1 an a",
      "spec/parts/2 an a",
      "spec/parts/2 another size",
      "spec/parts/0 another size",
      "spec/parts/1 another size",
      "spec/parts/1 second",
      "spec several",
      "spec violates adversary-equal-elements",
    ],
  ),
];

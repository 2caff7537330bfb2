import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), [
    "spec all a",
    "spec 0:",
    "spec violates list-flat-map",
    "spec no z",
    "spec flat",
    "spec second none",
  ]),
  given(
    "several",
    widget({
      parts: [
        { name: "p", tags: ["x", ""] },
        {
          name: "q",
          parts: [
            { name: "i", on: true, tags: ["1", "2"] },
            { name: "j", tags: ["3"] },
          ],
        },
        { name: "é", tags: ["az", "z"] },
      ],
      lists: [[], ["a"], ["b", "c"], []],
    }),
    [
      "spec x",
      "spec empty",
      "spec 4: x,,az,z",
      "spec <x><az><z>",
      "spec az",
      "spec/parts/1/parts/0 i",
      "spec flat a|b|c",
      "spec three",
      "spec p 0 q 1 é 2",
      "spec second",
    ],
  ),
  given("empty lists", widget({ parts: [{ name: "a", tags: [], parts: [] }], lists: [[]] }), [
    "spec all a",
    "spec 0:",
    "spec violates list-flat-map",
    "spec no z",
    "spec flat",
    "spec a 0",
    "spec second none",
  ]),
];

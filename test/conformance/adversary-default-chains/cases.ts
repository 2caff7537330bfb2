import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), [
    "spec number 7",
    "spec text <last>",
    "spec true in the end",
    "spec no parts",
    "spec neither flag",
    "spec false or neither",
  ]),
  given(
    "false, zero and empty are values",
    widget({ flag: true, count: 5, text: "t", main: { name: "m", size: 0, on: false, parts: [], next: { name: "" } } }),
    ["spec number 0", "spec text <>", "spec no parts"],
  ),
  given(
    "the innermost",
    widget({ flag: false, main: { name: "m", size: 1, on: true, next: { name: "n", size: 2, on: false } } }),
    [
      "spec number 2",
      "spec text <n>",
      "spec nearest is off",
      "spec next is n",
      "spec no parts",
      "spec false or neither",
    ],
  ),
  given("an element stands in", widget({ tags: ["first"], parts: [{ name: "p", on: false, next: { name: "n" } }] }), [
    "spec number 7",
    "spec text <first>",
    "spec true in the end",
    "spec next is n",
    "spec neither flag",
    "spec false or neither",
  ]),
];

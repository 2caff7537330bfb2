import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec a", "spec b . . . . .", "spec c . . z.", "spec d - - - -"]),
  given("one", widget({ tags: ["a"], parts: [{ name: "p", on: true }], lists: [["a", "b"]] }), [
    "spec a a a  a",
    "spec b . . a. . .",
    "spec c . a. az.",
    "spec d - - - a",
    "spec/parts/0 p",
    "spec the last is on",
    "spec short",
  ]),
  given(
    "three",
    widget({
      tags: ["a", "b", "c"],
      parts: [{ name: "p" }, { name: "q", on: true }, { name: "r" }],
      lists: [[], ["a", "b"]],
    }),
    [
      "spec a bc abc  abc",
      "spec b . b. . b. .",
      "spec c c. c. cz.",
      "spec d - - b a",
      "spec/parts/1 q",
      "spec/parts/2 r",
      "spec/parts/1 second q",
    ],
  ),
];

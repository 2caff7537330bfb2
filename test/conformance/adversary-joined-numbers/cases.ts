import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec <> <> <1 -2 1000000>", "spec <0/1/x>", "spec <> <> <->", "spec <>"]),
  given(
    "everything",
    widget({
      port: "http",
      count: 9007199254740991,
      numbers: [1, 2],
      tags: ["", "a", ""],
      parts: [{ name: "p" }, { name: "q", size: -1 }],
      lists: [[], ["a", "b"], [""]],
    }),
    [
      "spec <1,2> <12> <1 -2 1000000>",
      "spec <http/9007199254740991/x>",
      "spec <,a,> <> <->",
      "spec <none+-1>",
      "spec <p0q-1>",
      "spec <;a.b;>",
      "spec one and two",
    ],
  ),
];

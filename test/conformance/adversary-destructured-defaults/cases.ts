import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec none none none", "spec flag"]),
  given(
    "nulls",
    widget({ text: null, tags: null, flag: null, main: { name: "m", size: null, on: null, next: null, tags: null } }),
    ["spec none none none", "spec flag", "spec/main m 1 m none", "spec/main active"],
  ),
  given(
    "everything",
    widget({
      text: "t",
      tags: ["a", "b", "c"],
      flag: false,
      main: { name: "n", size: 0, on: false, next: { name: "i" }, tags: ["x"] },
    }),
    ["spec t a c", "spec/main n 0 i x"],
  ),
  given("empty texts are there", widget({ text: "", tags: ["", ""], main: { name: "", tags: [] } }), [
    "spec violates adversary-destructured-defaults",
    "spec/main 2",
  ]),
];

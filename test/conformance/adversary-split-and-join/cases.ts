import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("empty", widget({ text: "" }), [
    "spec 1 <>",
    "spec 1",
    "spec itself",
    "spec ends at a point",
    "spec violates adversary-split-and-join",
  ]),
  given("points alone", widget({ text: ".." }), [
    "spec 3 <||>",
    "spec .. 1",
    "spec itself",
    "spec ends at a point",
    "spec ..",
  ]),
  given("what means something elsewhere", widget({ text: "a$&b||c.\\" }), [
    "spec 2 <a$&b||c|\\>",
    "spec a\\\\1b||c.\\ 2",
    "spec itself",
    "spec a backslash",
    "spec a$&b||c.\\",
  ]),
  given("overlapping", widget({ text: "aaa" }), [
    "spec 1 <aaa>",
    "spec aaa 1",
    "spec one aa",
    "spec itself",
    "spec aaa",
  ]),
  given("pairs", widget({ text: "a=1,=2,,e\u0301=é" }), [
    "spec 1 <a=1,=2,,e\u0301=é>",
    "spec a=1,=2,,e\u0301=é 1",
    "spec itself",
    "spec an accent",
    "spec a+++e\u0301",
  ]),
];

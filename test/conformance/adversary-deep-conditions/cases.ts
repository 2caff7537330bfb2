import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec none", "spec itself", "spec nothing of all this"]),
  given("a y", widget({ text: "y", count: 9, tags: ["x", "y"] }), ["spec nine", "spec itself", "spec a y"]),
  given("three", widget({ text: "x", flag: true, count: 3, tags: ["z"] }), [
    "spec three",
    "spec itself",
    "spec bracketed",
    "spec a letter",
    "spec deep",
  ]),
  given("not deep", widget({ flag: true, count: 3, tags: ["z", "x"] }), [
    "spec three",
    "spec itself",
    "spec bracketed",
  ]),
  given("two", widget({ flag: true, count: 2 }), ["spec two", "spec itself", "spec bracketed", "spec deep"]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec middle"]),
  given("left first", widget({ flag: true, count: 1, parts: [{ name: "a" }, { name: "b", on: true }] }), [
    "spec/parts/0 before",
  ]),
  given("flag with two", widget({ flag: true, count: 2, parts: [{ name: "a", on: true }], tags: ["x"] }), [
    "spec flag without one",
    "spec middle",
    "spec/parts/0 after",
  ]),
  given("stopped", widget({ text: "stop", count: 3, tags: ["x"] }), ["spec stopped"]),
  given("three", widget({ count: 3, tags: ["x", "skip"] }), ["spec x", "spec three"]),
  given("two", widget({ flag: false, count: 2, tags: ["skip", "x"], parts: [{ name: "a", on: true }] }), [
    "spec two x",
    "spec middle",
    "spec/parts/0 after",
  ]),
];

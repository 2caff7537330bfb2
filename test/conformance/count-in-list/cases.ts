import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no tags"]),
  given("empty", widget({ tags: [] }), ["spec a 0"]),
  given("none", widget({ tags: ["b", "A", ""] }), ["spec a 0"]),
  given("twice", widget({ tags: ["a", "b", "a"] }), ["spec a 2"]),
  given("composed and not", widget({ tags: ["a\u0301", "á"] }), ["spec a 0"]),
  given("numbers", widget({ tags: ["a"], numbers: [7, 1, 7] }), ["spec a 1", "spec number twice"]),
  given("numbers by a field", widget({ tags: ["a"], numbers: [7, 1, 7], count: 1 }), ["spec a 1"]),
  given("zero among numbers", widget({ tags: ["a"], numbers: [0, 0, 7], count: -1 }), ["spec a 1"]),
  given("unlike names", widget({ tags: ["a"], parts: [{ name: "x" }, { name: "X" }] }), ["spec a 1"]),
  given("like names", widget({ tags: ["a"], parts: [{ name: "x" }, { name: "y" }, { name: "x" }] }), [
    "spec a 1",
    "spec/parts/0/name x is not unique",
    "spec/parts/2/name x is not unique",
  ]),
  given("booleans", widget({ tags: ["a"], parts: [{ name: "x", on: true }, { name: "y" }, { name: "z", on: true }] }), [
    "spec a 1",
    "spec several on",
  ]),
  given("a tag of a wrong type", widget({ tags: ["a", 1] }), ["spec/tags/1 spec.tags[] must be a string"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({ tags: [""] }), ["spec starts not"]),
  given("empty", widget({ text: "", tags: [""] }), [
    "spec starts not",
    "spec includes nothing",
    "spec ends with a tag",
  ]),
  given("ab", widget({ text: "abc", main: { name: "a" } }), [
    "spec starts",
    "spec includes nothing",
    "spec starts with main",
  ]),
  given("unicode", widget({ text: "é😀", tags: ["x", "😀"] }), [
    "spec starts not",
    "spec ends",
    "spec includes",
    "spec includes nothing",
    "spec ends with a tag",
  ]),
  given("no patterns", widget({ text: "a.b", main: { name: "a*" }, tags: [".", "*"] }), [
    "spec starts not",
    "spec includes nothing",
  ]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec at - - - -", "spec slice", "spec middle", "spec all 0"]),
  given("one", widget({ tags: ["a"] }), [
    "spec at a - a -",
    "spec slice  a a",
    "spec middle",
    "spec all 1",
    "spec a and none",
  ]),
  given("three", widget({ tags: ["a", "é", "😀"] }), [
    "spec at a 😀 😀 a",
    "spec slice é,😀 a,é é,😀",
    "spec middle é",
    "spec all 3",
    "spec a and 😀",
  ]),
  given("empty texts", widget({ tags: ["", "", ""] }), [
    "spec at",
    "spec slice , , ,",
    "spec middle",
    "spec all 3",
    "spec and",
  ]),
  given("places", widget({ parts: [{ name: "a" }, { name: "b" }, { name: "c", on: true }] }), [
    "spec at - - - -",
    "spec slice",
    "spec middle",
    "spec all 0",
    "spec/parts/1 b",
    "spec/parts/2 c",
    "spec last c",
  ]),
  given("null", widget({ tags: null, parts: null }), ["spec at - - - -", "spec slice", "spec middle", "spec all 0"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), [
    "spec some is absent",
    "spec every is absent",
    "spec equal",
    "spec not some",
    "spec some or true",
  ]),
  given("empty", widget({ parts: [] }), ["spec some is false", "spec every is true", "spec unequal", "spec not some"]),
  given("mixed", widget({ parts: [{ name: "a", on: true }, { name: "b" }] }), ["spec unequal", "spec some or true"]),
  given("all on", widget({ parts: [{ name: "a", on: true }] }), [
    "spec every is true",
    "spec equal",
    "spec some or true",
  ]),
  given("null", widget({ parts: null }), [
    "spec some is absent",
    "spec every is absent",
    "spec equal",
    "spec not some",
    "spec some or true",
  ]),
  given("not a list", widget({ parts: "x" }), ["spec/parts spec.parts must be a list"]),
  given("null element", widget({ parts: [null] }), ["spec/parts/0 spec.parts[] must be an object"]),
];

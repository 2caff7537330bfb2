import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec not both", "spec neither", "spec both not"]),
  given("one", widget({ flag: true }), ["spec either", "spec not both"]),
  given("both", widget({ flag: true, main: { name: "m", on: true } }), ["spec both", "spec either", "spec mixed"]),
  given("false", widget({ flag: false, main: { name: "m", on: false } }), [
    "spec not both",
    "spec neither",
    "spec both not",
  ]),
  given("count", widget({ flag: true, count: 1 }), ["spec either", "spec not both", "spec mixed"]),
  given("text", widget({ flag: true, count: 1, text: "x" }), ["spec either", "spec not both"]),
];

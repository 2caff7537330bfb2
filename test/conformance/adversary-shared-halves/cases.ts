import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("first", widget({ text: "😀" }), [
    "spec starts",
    "spec class",
    "spec range",
    "spec split |",
    "spec a face",
    "spec glob",
  ]),
  given("the same first half", widget({ text: "😁", table: { "😀": { name: "a" } } }), [
    "spec ends",
    "spec includes",
    "spec other",
    "spec a face",
  ]),
  given("the same second half", widget({ text: "🈀", table: { "😁": { name: "a" } } }), ["spec other", "spec a key"]),
  given("two of them", widget({ text: "😁😀" }), ["spec includes", "spec class", "spec range", "spec split 😁|"]),
];

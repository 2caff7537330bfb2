import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec not true", "spec not false", "spec same", "spec false by default"]),
  given("true", widget({ flag: true, count: 1 }), ["spec true", "spec not false", "spec as count"]),
  given("false", widget({ flag: false, main: { name: "m", on: false } }), [
    "spec false",
    "spec not true",
    "spec same",
    "spec as count",
    "spec false by default",
    "spec false and there",
  ]),
  given("a text", widget({ flag: "yes" }), ["spec/flag spec.flag must be a boolean"]),
];

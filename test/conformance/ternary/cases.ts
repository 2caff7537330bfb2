import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec none", "spec unset", "spec no condition"]),
  given("set", widget({ flag: true, text: "a", main: { name: "m", on: true }, count: 2 }), [
    "spec a",
    "spec set",
    "spec condition",
    "spec above 1",
  ]),
  given("cleared", widget({ flag: false, text: "a", main: { name: "m", on: true }, count: 3 }), [
    "spec m",
    "spec cleared",
    "spec condition",
    "spec above 2",
  ]),
  given("set without main", widget({ flag: true, text: "b", count: 2 }), ["spec b", "spec set", "spec no condition"]),
];

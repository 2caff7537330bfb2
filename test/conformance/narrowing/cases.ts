import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec short"]),
  given("main", widget({ main: { name: "m" } }), ["spec/main m", "spec short"]),
  given("next", widget({ main: { name: "m", next: { name: "n", next: { name: "o", on: true } } } }), [
    "spec/main m",
    "spec/main/next n",
    "spec size",
  ]),
  given("sizes", widget({ main: { name: "m", size: 1, next: { name: "n", size: 2 } } }), ["spec/main m", "spec size"]),
];

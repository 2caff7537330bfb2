import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no name"]),
  given("empty name", widget({ main: { name: "", on: false } }), ["spec no name", "spec/main 0"]),
  given("named", widget({ main: { name: "m", size: 3, next: { name: "n", on: false } } }), [
    "spec m",
    "spec/main 3",
    "spec/main active",
  ]),
];

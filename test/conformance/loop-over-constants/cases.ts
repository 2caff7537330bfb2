import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec a is missing", "spec b is missing", "spec tag x", "spec tag y"]),
  given("one off", widget({ parts: [{ name: "b" }, { name: "a", on: true }], tags: ["y"] }), [
    "spec b is off",
    "spec tag x",
  ]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("one", widget({ parts: [{ name: "a" }] }), ["spec/parts/0 among the first"]),
  given("three", widget({ parts: [{ name: "a" }, { name: "b" }, { name: "c" }] }), [
    "spec/parts/0 among the first",
    "spec/parts/1 among the first",
  ]),
];

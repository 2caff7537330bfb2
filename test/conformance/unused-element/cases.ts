import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("two", widget({ parts: [{ name: "a" }, { name: "b" }], tags: ["t"], flag: true }), [
    "spec/parts/0 a part",
    "spec/parts/1 a part",
    "spec has a part",
    "spec tagged and on",
  ]),
];

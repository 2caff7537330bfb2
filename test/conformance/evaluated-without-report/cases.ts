import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("on", widget({ flag: true, parts: [{ name: "a" }], main: { name: "x" } }), ["spec on"]),
  given("a name that is none", widget({ flag: true, parts: [{ name: 1 }] }), [
    "spec/parts/0/name spec.parts[].name must be a string",
  ]),
  given("no name", widget({ main: {} }), ["spec/main/name spec.main.name must be a string"]),
];

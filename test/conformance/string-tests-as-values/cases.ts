import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec absent", "spec same"]),
  given("both", widget({ text: "a", main: { name: "b" } }), ["spec same"]),
  given("one", widget({ text: "b", main: { name: "b" } }), ["spec starts not", "spec other"]),
  given("text only", widget({ text: "b" }), ["spec starts not", "spec other"]),
];

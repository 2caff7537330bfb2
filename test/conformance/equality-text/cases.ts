import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec not a", "spec same"]),
  given("a", widget({ text: "a" }), ["spec a", "spec other"]),
  given("same", widget({ text: "a", main: { name: "a" } }), ["spec a", "spec same"]),
  given("empty", widget({ text: "" }), ["spec not a", "spec other", "spec empty"]),
  given("case counts", widget({ text: "A" }), ["spec not a", "spec other"]),
  given("composed and decomposed differ", widget({ text: "é", main: { name: "é" } }), ["spec not a", "spec other"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("a", widget({ text: "a" }), ["spec text", "spec matches a*"]),
  given("a*", widget({ text: "a*" }), ["spec equal to a*", "spec matches a*"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec violates a"]),
  given("text", widget({ text: "t" }), ["spec t"]),
];

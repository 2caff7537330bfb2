import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec 0"]),
  given("found", widget({ tags: ["a", "xb", "xc"], numbers: [1, 3, 2] }), ["spec first xb", "spec 3"]),
  given("empty text", widget({ tags: ["", "x"], numbers: [0] }), ["spec first x", "spec 0"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec unknown"]),
  given("digits", widget({ text: "b", tags: ["1", "22"] }), ["spec not named", "spec digits"]),
  given("letters", widget({ text: "a", tags: ["1", "x", ""] }), ["spec no digits"]),
  given("arabic digits", widget({ text: "a", tags: ["١"] }), ["spec no digits"]),
  given("empty", widget({ text: "a", tags: [] }), ["spec digits"]),
];

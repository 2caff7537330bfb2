import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("sharp s", widget({ text: "STRAßE" }), ["spec straße STRAßE", "spec a street"]),
  given("kelvin", widget({ text: "\u212a" }), ["spec \u212a \u212a", "spec a k by Unicode alone"]),
  given("long s", widget({ text: "ſ" }), ["spec ſ ſ"]),
  given("dotted and dotless", widget({ text: "İı" }), ["spec İı İı"]),
  given("a plain i", widget({ text: "I" }), ["spec i I", "spec an i"]),
  given("a ligature and a titlecase letter", widget({ text: "ﬁǅ" }), ["spec ﬁǅ ﬁǅ"]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("empty", widget({}), ["spec 0", "spec <> <> <>", "spec <> <> <> <>", "spec <> <>"]),
  given("beyond U+FFFF", widget({ text: "a😀b" }), [
    "spec 3",
    "spec <a> <😀> <b>",
    "spec <> <a> <> <😀>",
    "spec <a😀b> <>",
  ]),
  given("a family", widget({ text: "👨‍👩‍👧" }), [
    "spec 5",
    "spec <👨> <\u200d> <👧>",
    "spec <> <👨> <> <\u200d>",
    "spec <👨‍👩‍👧> <>",
  ]),
  given("a flag and an accent", widget({ text: "🇩🇪e\u0301" }), [
    "spec 4",
    "spec <🇩> <🇪> <\u0301>",
    "spec <> <🇩> <> <e>",
    "spec <🇩🇪e\u0301> <>",
  ]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nul", widget({ text: "a\u0000b", tags: ["x", "y"] }), [
    "spec nul",
    "spec control",
    "spec <a b>",
    "spec a b c d e f g\u00a0h",
    "spec x y",
  ]),
  given("separators", widget({ text: "\u2029" }), [
    "spec a separator",
    "spec < >",
    "spec a b c d e f g\u00a0h",
    "spec violates adversary-control-characters",
  ]),
  given("a line break of two", widget({ text: "\r\n", tags: ["\u001f"] }), [
    "spec a line break",
    "spec control",
    "spec <  >",
    "spec a b c d e f g\u00a0h",
    "spec violates adversary-control-characters",
  ]),
  given("delete and next line", widget({ text: "\u007f\u0085" }), [
    "spec control",
    "spec <  >",
    "spec a b c d e f g\u00a0h",
    "spec violates adversary-control-characters",
  ]),
];

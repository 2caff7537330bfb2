import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("by number", widget({ text: "AB" }), ["spec by number"]),
  given("escaped marks", widget({ text: "/-." }), ["spec escaped marks"]),
  given("controls", widget({ text: "\n\0\b" }), ["spec controls"]),
  given("beyond U+FFFF", widget({ text: "😀A" }), ["spec beyond U+FFFF"]),
  given("what POSIX would take for a class", widget({ text: "a]" }), ["spec brackets of JavaScript"]),
  given("a letter", widget({ text: "z" }), ["spec any one"]),
  given("a bracket", widget({ text: "]" }), ["spec marks in a class", "spec any one"]),
  given("a line break", widget({ text: "\n" }), ["spec any one"]),
  given("quotes", widget({ text: "`\"'" }), ["spec quotes"]),
  given("what hosts replace", widget({ text: "$(x){{y}}%s" }), ["spec what hosts replace"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("empty", widget({}), ["spec *"]),
  given("a.b", widget({ text: "a.b" }), ["spec *", "spec a?b", "spec a*"]),
  given("ab", widget({ text: "ab" }), ["spec *", "spec a*"]),
  given("axxb", widget({ text: "a\n/b" }), ["spec *", "spec a*"]),
  given("emoji", widget({ text: "a😀b" }), ["spec *", "spec a?b", "spec a*"]),
  given("brackets", widget({ text: "[a]" }), ["spec *", "spec [a]"]),
  given("backslash", widget({ text: "\\d" }), ["spec *", "spec \\d"]),
];

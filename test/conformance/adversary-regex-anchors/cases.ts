import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("empty", widget({}), ["spec empty", "spec nothing is everywhere"]),
  given("a", widget({ text: "a" }), [
    "spec a alone",
    "spec ends in a",
    "spec begins or ends",
    "spec nothing is everywhere",
    "spec anchors again",
  ]),
  given("a line", widget({ text: "a\n" }), ["spec begins or ends", "spec nothing is everywhere", "spec line break"]),
  given("the second line", widget({ text: "b\na" }), ["spec ends in a", "spec nothing is everywhere"]),
  given("other line breaks", widget({ text: "x\r\na\u2028" }), ["spec nothing is everywhere"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no text"]),
  given("null", widget({ text: null, count: null, flag: null, tags: null }), ["spec no text"]),
  given("shared clause", widget({ text: "b", count: 0, flag: true }), ["spec a or b", "spec zero", "spec on"]),
  given("leaves", widget({ text: "quit", count: 0 }), ["spec quit"]),
  given("empty text", widget({ text: "", flag: false }), ["spec other text", "spec off"]),
  given("accent", widget({ text: "é" }), ["spec accent"]),
  given("another accent", widget({ text: "e\u0301" }), ["spec other text"]),
  given("boundary", widget({ text: "a", count: 9007199254740991 }), ["spec a or b", "spec largest"]),
  given("first of two", widget({ text: "a", tags: ["x", "y"] }), ["spec a or b", "spec many tags"]),
  given("second of two", widget({ text: "a", tags: ["x"] }), ["spec a or b", "spec x"]),
  given("neither", widget({ text: "a", tags: [] }), ["spec a or b"]),
  given(
    "in a loop",
    widget({
      text: "a",
      parts: [{ name: "s" }, { name: "l", on: true }, { name: "l" }, { name: "zzz" }, { name: "m" }],
    }),
    [
      "spec a or b",
      "spec/parts/0 sized small",
      "spec/parts/1 large and on",
      "spec/parts/1 sized large",
      "spec/parts/2 large",
      "spec/parts/2 sized large",
      "spec/parts/4 sized small",
    ],
  ),
  given("wrong shape", widget({ text: 1 }), ["spec/text spec.text must be a string"]),
];

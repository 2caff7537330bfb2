import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("a number", widget({ port: 80, count: 1, text: "1", parts: [{ name: "a", port: "80" }] }), [
    "spec the number",
    "spec port 80",
    "spec count prints as 1",
    "spec text is the count",
  ]),
  given(
    "a text",
    widget({
      port: "80",
      text: "01",
      count: 1,
      parts: [
        { name: "a", port: 80 },
        { name: "b", port: "80" },
      ],
    }),
    ["spec the text", "spec port 80", "spec shared", "spec count prints as 1"],
  ),
  given("others", widget({ port: "8e1", text: "0" }), ["spec nearly", "spec port 8e1", "spec text is the count"]),
  given("zero", widget({ port: 0 }), ["spec zero", "spec port 0"]),
  given("empty", widget({ port: "" }), ["spec empty", "spec port"]),
  given("a fraction", widget({ port: 80.5 }), ["spec/port spec.port must be an integer or a string"]),
];

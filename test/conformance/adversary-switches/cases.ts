import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec absent", "spec none or empty"]),
  given("cases that share statements", widget({ text: "a", port: "" }), ["spec a or another", "spec none or empty"]),
  given("the default before a case", widget({ text: "b", port: 80 }), ["spec b", "spec eighty"]),
  given("the default", widget({ text: "c", port: "80" }), ["spec a or another", "spec the text"]),
  given(
    "in a loop",
    widget({
      text: "p",
      port: 81,
      parts: [
        { name: "p" },
        { name: "p", size: 0 },
        { name: "p", on: true },
        { name: "p", on: false },
        { name: "", on: false },
        { name: "q", on: false },
      ],
    }),
    [
      "spec a or another",
      "spec/parts/0 after",
      "spec/parts/1 sized",
      "spec/parts/1 after",
      "spec/parts/3 named by the text",
      "spec/parts/3 off",
      "spec/parts/3 after",
      "spec/parts/5 off",
      "spec/parts/5 after",
    ],
  ),
];

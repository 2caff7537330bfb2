import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no text", "spec a is a", "spec a length is there"]),
  given(
    "ports",
    widget({
      parts: [
        { name: "a", port: 80 },
        { name: "b", port: "http" },
        { name: "c", port: 443 },
        { name: "d", port: "443" },
        { name: "e" },
      ],
    }),
    [
      "spec/parts/0 not open",
      "spec/parts/1 not open",
      "spec/parts/2 open",
      "spec/parts/3 not open",
      "spec/parts/4 not open",
      "spec/parts/0 same",
      "spec/parts/1 same",
      "spec/parts/2 same",
      "spec/parts/3 same",
      "spec/parts/4 same",
      "spec no text",
      "spec a is a",
      "spec a length is there",
    ],
  ),
  given(
    "booleans",
    widget({
      flag: false,
      text: "1",
      count: 1,
      parts: [{ name: "a", on: true, port: "", parts: [{ name: "i" }] }, { name: "b" }],
    }),
    [
      "spec/parts/0 open",
      "spec/parts/1 not open",
      "spec/parts/0 same",
      "spec a is a",
      "spec text is the count",
      "spec a length is there",
    ],
  ),
];

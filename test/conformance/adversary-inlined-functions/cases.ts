import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec abbacdecdeabba", "spec none", "spec 2", "spec between"]),
  given(
    "defaults",
    widget({
      count: 9,
      text: "t",
      tags: ["a"],
      main: { name: "m", parts: [{ name: "p" }, { name: "q" }] },
      parts: [{ name: "r" }],
    }),
    ["spec abbacdecdeabba", "spec m", "spec r?", "spec 15", "spec oatt"],
  ),
  given(
    "values",
    widget({
      count: -2,
      main: { name: "m", on: false, parts: [{ name: "p" }, { name: "q", on: true }] },
      parts: [
        { name: "r", on: false },
        { name: "s", on: true },
      ],
    }),
    ["spec abbacdecdeabba", "spec m q-q", "spec r s-s", "spec -7", "spec between"],
  ),
];

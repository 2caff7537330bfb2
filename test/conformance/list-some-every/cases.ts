import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec not some", "spec not every", "spec every off"]),
  given("empty", widget({ parts: [] }), ["spec every", "spec not some", "spec every off"]),
  given("on", widget({ parts: [{ name: "a", on: true }] }), ["spec some", "spec every", "spec any"]),
  given(
    "mixed",
    widget({
      parts: [
        { name: "a", on: true },
        { name: "b", on: false },
      ],
    }),
    ["spec some", "spec not every", "spec any"],
  ),
  given("off", widget({ parts: [{ name: "a" }, { name: "b", on: null }] }), [
    "spec not some",
    "spec not every",
    "spec every off",
    "spec any",
  ]),
];

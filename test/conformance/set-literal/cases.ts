import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec not in the set"]),
  given(
    "in",
    widget({ text: "constructor", count: 2, parts: [{ name: "a" }, { name: "b" }, { name: "constructor" }] }),
    ["spec in the set", "spec 1 or 2", "spec/parts/0 a", "spec/parts/2 constructor"],
  ),
  given("empty text", widget({ text: "" }), ["spec not in the set"]),
];

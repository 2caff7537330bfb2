import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec e 0 0"]),
  given(
    "everything",
    widget({ text: "a", count: 2, parts: [{ name: "a" }, { name: "b", tags: ["a", "b"] }, { name: "c" }] }),
    ["spec d", "spec e 2 2", "spec denied", "spec/parts/1 b is both", "spec/parts/1 a"],
  ),
  given("x", widget({ text: "x" }), ["spec e 0 0", "spec denied"]),
];

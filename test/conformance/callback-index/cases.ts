import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec itself", "spec violates callback-index", "spec kept 0"]),
  given("one", widget({ tags: ["x"] }), ["spec itself", "spec 0:x", "spec kept 1"]),
  given("several", widget({ tags: ["x", "", "x", "é"] }), [
    "spec x later",
    "spec itself",
    "spec twice",
    "spec 0:x 1: 2:x 3:é",
    "spec later x",
    "spec kept 2",
  ]),
  given(
    "places",
    widget({ parts: [{ name: "a", on: true }, { name: "b", on: true }, { name: "c", on: true }, { name: "d" }] }),
    ["spec itself", "spec violates callback-index", "spec/parts/0 a", "spec/parts/2 c", "spec kept 0"],
  ),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no second"]),
  given("one", widget({ tags: ["a"], parts: [{ name: "p" }] }), ["spec first is a", "spec no second"]),
  given("two", widget({ tags: ["b", ""], parts: [{ name: "p" }, { name: "q" }], lists: [["x", "y"]] }), [
    "spec/parts/1 q",
    "spec y",
  ]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), [
    "spec text is absent",
    "spec flag is absent",
    "spec next is absent",
    "spec size is absent",
  ]),
  given("null is absent", widget({ text: null, flag: null, main: null }), [
    "spec text is absent",
    "spec flag is absent",
    "spec next is absent",
    "spec size is absent",
  ]),
  given(
    "empty and zero are there",
    widget({ text: "", flag: false, main: { name: "m", size: 0, next: { name: "n" } } }),
    ["spec text is there"],
  ),
  given("wrong type", widget({ text: 1 }), ["spec/text spec.text must be a string"]),
];

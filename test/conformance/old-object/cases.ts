import { given, updated, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("created", widget({ text: "a" }), ["spec CREATE without an old object"]),
  updated("same", widget({ text: "a" }), widget({ text: "a" }), []),
  updated("changed", widget({ parts: [{ name: "x" }, { name: "y" }] }), widget({ text: "b", parts: [{ name: "y" }] }), [
    "spec was absent",
    "spec x is gone",
  ]),
  updated("old object of a wrong type", widget({ text: 1 }), widget({ text: "b" }), [
    ". oldObject.spec.text must be a string",
  ]),
  updated("new object first", widget({ text: 1 }), widget({ text: 2 }), ["spec/text spec.text must be a string"]),
];

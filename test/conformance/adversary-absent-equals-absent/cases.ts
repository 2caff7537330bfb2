import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), [
    "spec texts",
    "spec numbers",
    "spec ports",
    "spec elements",
    "spec entries",
    "spec found",
    "spec lengths",
  ]),
  given(
    "one side",
    widget({ text: "", count: 0, port: 0, tags: [""], table: { b: { name: "" } }, parts: [{ name: "a", on: true }] }),
    ["spec lengths", "spec text is not the second tag"],
  ),
  given("absent sizes", widget({ parts: [{ name: "a" }, { name: "b", size: null }, { name: "c", size: 0 }] }), [
    "spec texts",
    "spec numbers",
    "spec ports",
    "spec elements",
    "spec entries",
    "spec found",
    "spec/parts/0 shares its size",
    "spec/parts/1 shares its size",
  ]),
];

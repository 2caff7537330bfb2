import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no parts"]),
  given("none on", widget({ parts: [{ name: "a" }] }), ["spec none on"]),
  given("on", widget({ parts: [{ name: "x" }, { name: "a", on: true, size: 2 }, { name: "b", on: true }] }), [
    "spec/parts/1 a of 2",
    "spec/parts/2 b of 2",
    "spec/parts/1/size 2",
    "spec a",
  ]),
];

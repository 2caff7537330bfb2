import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec none"]),
  given("flag", widget({ flag: true }), ["spec none"]),
  given("on", widget({ parts: [{ name: "a", on: true }] }), [
    "spec none",
    "spec/parts/0 on",
    "spec/parts/0 named",
    "spec/parts/0 7",
  ]),
  given("without a name", widget({ parts: [{ name: "", size: 1 }] }), [
    "spec none",
    "spec/parts/0 named",
    "spec/parts/0 1",
  ]),
];

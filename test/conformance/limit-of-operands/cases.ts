import { given, updated, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("computed", widget({ main: { name: "m", size: 4 } }), ["spec large"]),
  given("beyond what is computed with", widget({ main: { name: "m", size: 9007199254740991 } }), [
    "spec/main/size spec.main.size must be an integer between -562949953421312 and 562949953421312",
  ]),
  given("largest integer", widget({ count: 9007199254740991 }), ["spec the largest"]),
  given("large ratio", widget({ ratio: 1e21 }), ["spec a ratio"]),
  updated("large ratio before", widget({ ratio: 1e21 }), widget({}), ["spec a ratio before"]),
  given("no object in a list", widget({ parts: ["x"] }), ["spec/parts/0 spec.parts[] must be an object"]),
  given("on", widget({ parts: [{ name: "a", on: true }] }), ["spec/parts/0 on"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("boundary", widget({ count: 3 }), []),
  given("above", widget({ count: 4 }), ["spec above 3"]),
  given("accent", widget({ count: null, text: "é" }), ["spec accent"]),
  given("wrong shape", widget({ count: "4" }), ["spec/count spec.count must be an integer"]),
];

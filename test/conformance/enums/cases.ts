import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("high", widget({ text: "high" }), ["spec level high", "spec wanted"]),
  given("name of a member", widget({ text: "High" }), []),
  given("accent", widget({ text: "é" }), ["spec accent"]),
  given("large", widget({ count: 10 }), ["spec at least 10"]),
  given("below", widget({ count: 9 }), []),
  given("medium", widget({ count: 2 }), ["spec medium"]),
  given("zero", widget({ count: 0 }), ["spec zero"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("high", widget({ text: "high" }), ["spec is high"]),
  given("high on a flag", widget({ text: "high", flag: true }), ["spec is high", "spec as wanted"]),
  given("low", widget({ text: "low" }), ["spec as wanted"]),
  given("large", widget({ count: 11 }), ["spec above 10"]),
  given("at the limit", widget({ count: 10 }), []),
];

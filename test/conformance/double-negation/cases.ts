import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec off", "spec not a"]),
  given("on", widget({ flag: true, text: "ab" }), ["spec on", "spec a"]),
  given("off", widget({ flag: false, text: "b" }), ["spec off", "spec not a"]),
];

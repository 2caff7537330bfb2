import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec limit 3"]),
  given("above", widget({ count: 4 }), ["spec limit 3", "spec p"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("off", widget({}), []),
  given("on", widget({ flag: true }), ["spec flag"]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("set", widget({ flag: true }), [". violates constructor"]),
  given("set with a text", widget({ flag: true, text: "t" }), [". t"]),
  given("not set", widget({}), []),
];

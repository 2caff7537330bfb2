import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("set", widget({ flag: true }), ["flag the flag is set"]),
  given("not set", widget({ flag: false }), []),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec absent"]),
  given("null", widget({ free: null }), ["spec absent"]),
  given("false", widget({ free: false }), ["spec there"]),
  given("object", widget({ free: { a: [null] } }), ["spec there"]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec absent"]),
  given("a tenth", widget({ ratio: 0.1 }), ["spec a tenth"]),
  given("0.1 and 0.2", widget({ ratio: 0.1 + 0.2 }), ["spec the sum of 0.1 and 0.2", "spec a little more than 0.3"]),
  given("10^21", widget({ ratio: 1e21 }), ["spec beyond the integers"]),
  given("the largest", widget({ ratio: Number.MAX_VALUE }), ["spec beyond the integers"]),
  given("the smallest", widget({ ratio: Number.MIN_VALUE }), ["spec the smallest double"]),
  given("a little below zero", widget({ ratio: -1.0000001e-7 }), ["spec below"]),
  given("a whole number", widget({ ratio: 4, count: 4 }), ["spec as count"]),
];

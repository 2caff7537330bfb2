import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec not zero", "spec as many", "spec ratio is count"]),
  given("zero", widget({ count: 0, numbers: [], ratio: 0 }), ["spec zero", "spec as many", "spec ratio is count"]),
  given("minus one", widget({ count: -1, ratio: 0.5 }), ["spec not zero", "spec minus one", "spec half"]),
  given("largest", widget({ count: 9007199254740991, ratio: 9007199254740991 }), [
    "spec not zero",
    "spec ratio is count",
  ]),
  given("too large", widget({ count: 9007199254740992 }), ["spec/count spec.count must be an integer"]),
  given("a fraction", widget({ count: 1.5 }), ["spec/count spec.count must be an integer"]),
  given("a text", widget({ ratio: "0.5" }), ["spec/ratio spec.ratio must be a number"]),
];

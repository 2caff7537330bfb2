import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec < 1", "spec <= 1", "spec not > 1"]),
  given("one", widget({ count: 1, ratio: 0.1, numbers: [1] }), ["spec <= 1", "spec >= 1", "spec not > 1"]),
  given("two", widget({ count: 2, ratio: 0.11, numbers: [1, 2] }), [
    "spec > 1",
    "spec >= 1",
    "spec ratio",
    "spec numbers",
  ]),
  given("negative", widget({ count: -9007199254740991, ratio: -1e300 }), ["spec < 1", "spec <= 1", "spec not > 1"]),
  given("huge", widget({ ratio: 1e300, count: 9007199254740991 }), ["spec > 1", "spec >= 1", "spec ratio"]),
];

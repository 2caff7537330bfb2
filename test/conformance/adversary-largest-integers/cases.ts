import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given(
    "at the borders",
    widget({ count: 9007199254740991, numbers: [9007199254740991, -9007199254740991, 9007199254740990] }),
    [
      "spec holds the largest",
      "spec holds the least",
      "spec is the largest",
      "spec 9007199254740991 is large",
      "spec 9007199254740990 is large",
      "spec one is below",
      "spec 9007199254740991 -9007199254740991 9007199254740990",
      "spec extent 9007199254740991 -9007199254740991 9007199254740990",
    ],
  ),
  given("a sum beyond them", widget({ count: 9007199254740990, numbers: [9007199254740991, 1] }), [
    "spec holds the largest",
    "spec is one less",
    "spec 9007199254740991 is large",
    "spec 9007199254740991 1",
    "spec extent 9007199254740991 1 no sum",
  ]),
  given("powers of two and ten", widget({ numbers: [2147483648, 4294967296, 1000000, 1e15, -2147483649] }), [
    "spec 2147483648 4294967296 1000000 1000000000000000 -2147483649",
    "spec extent 1000000000000000 -2147483649 1000004295967295",
  ]),
  given("2^53", widget({ count: 2 ** 53 }), ["spec/count spec.count must be an integer"]),
  given("10^21", widget({ numbers: [1, 1e21] }), ["spec/numbers/1 spec.numbers[] must be an integer"]),
  given("a fraction", widget({ count: 1.5 }), ["spec/count spec.count must be an integer"]),
];

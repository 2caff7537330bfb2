import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("none of them", widget({}), [
    "spec 16 3 15 1000 1000 1 5 4294967295",
    "spec 1000000 2147483647 1000000000000 2 -1",
  ]),
  given("a thousand, and one", widget({ count: 1000, ratio: 1 }), [
    "spec 16 3 15 1000 1000 1 5 4294967295",
    "spec 1000000 2147483647 1000000000000 2 -1",
    "spec 1000 is a size",
    "spec one",
    "spec above 999",
  ]),
  given("all bits, and a half", widget({ count: 4294967295, ratio: 0.5 }), [
    "spec 16 3 15 1000 1000 1 5 4294967295",
    "spec 1000000 2147483647 1000000000000 2 -1",
    "spec 4294967295 is a size",
    "spec all bits",
    "spec half",
    "spec above 999",
  ]),
];

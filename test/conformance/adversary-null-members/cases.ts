import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given(
    "all are null",
    widget({
      text: null,
      flag: null,
      main: { name: "m", next: null },
      tags: null,
      table: { gone: null, a: { name: "a" } },
    }),
    [
      "spec text absent",
      "spec no flag",
      "spec flag is not false",
      "spec no key gone",
      "spec 1 keys",
      "spec every value is a",
      "spec looked up in vain",
      "spec no next",
      "spec default",
    ],
  ),
  given("the same, absent", widget({ main: { name: "m" }, table: { a: { name: "a" } } }), [
    "spec text absent",
    "spec no flag",
    "spec flag is not false",
    "spec no key gone",
    "spec 1 keys",
    "spec every value is a",
    "spec looked up in vain",
    "spec no next",
    "spec default",
  ]),
  given("a map of nothing but nulls", widget({ flag: false, table: { gone: null, other: null }, tags: [] }), [
    "spec text absent",
    "spec no key gone",
    "spec 0 keys",
    "spec every value is a",
    "spec looked up in vain",
    "spec no next",
  ]),
];

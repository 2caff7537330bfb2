import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("no-break space", widget({ text: "\u00a0" }), [
    "spec space",
    "spec space by double negation",
    "spec no word",
    "spec spaces, digits, and dashes",
    "spec no word in any case",
  ]),
  given("byte order mark", widget({ text: "\ufeff" }), [
    "spec space",
    "spec space by double negation",
    "spec no word",
    "spec spaces, digits, and dashes",
    "spec no word in any case",
  ]),
  given("line separator", widget({ text: "\u2028" }), [
    "spec space",
    "spec space by double negation",
    "spec no word",
    "spec spaces, digits, and dashes",
    "spec no word in any case",
  ]),
  given("vertical tab", widget({ text: "\v" }), [
    "spec space",
    "spec space by double negation",
    "spec no word",
    "spec spaces, digits, and dashes",
    "spec no word in any case",
  ]),
  given("next line, which is none", widget({ text: "\u0085" }), ["spec no word", "spec no word in any case"]),
  given("an Arabic digit", widget({ text: "٣" }), ["spec no word", "spec no word in any case"]),
  given("a digit", widget({ text: "3" }), [
    "spec digit",
    "spec word",
    "spec spaces, digits, and dashes",
    "spec word in any case",
  ]),
  given("long s, which folds to s", widget({ text: "ſ" }), ["spec no word", "spec word in any case"]),
  given("kelvin, which folds to k", widget({ text: "\u212a" }), ["spec no word", "spec word in any case"]),
  given("x between accents", widget({ text: "éxé" }), ["spec the word x"]),
  given("x beside an underscore", widget({ text: "_x" }), []),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("absent and absent", widget({}), [
    "spec equal",
    "spec alike",
    "spec unlike",
    "spec not the contrary",
    "spec or is absent",
    "spec and is the flag",
    "spec chosen",
    "spec the same truth",
  ]),
  given("absent and false", widget({ main: { name: "m", on: false } }), [
    "spec alike",
    "spec unlike",
    "spec not the contrary",
    "spec and is the flag",
    "spec chosen",
    "spec the same truth",
  ]),
  given("false and absent", widget({ flag: false }), [
    "spec alike",
    "spec unlike",
    "spec not the contrary",
    "spec or is absent",
    "spec and is the flag",
    "spec chosen",
    "spec the same truth",
  ]),
  given("true and false", widget({ flag: true, main: { name: "m", on: false } }), [
    "spec one of both",
    "spec exclusive",
  ]),
  given("false and true", widget({ flag: false, main: { name: "m", on: true } }), [
    "spec one of both",
    "spec exclusive",
    "spec and is the flag",
  ]),
  given("true and absent", widget({ flag: true, main: { name: "m" } }), [
    "spec one of both",
    "spec not the contrary",
    "spec exclusive",
  ]),
  given("true and true", widget({ flag: true, main: { name: "m", on: true } }), [
    "spec equal",
    "spec alike",
    "spec unlike",
    "spec not the contrary",
    "spec and is the flag",
    "spec chosen",
    "spec the same truth",
  ]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), [
    "spec strict",
    "spec every one of none",
    "spec below zero",
    "spec a minus first",
    "spec one of those",
    "spec -1 -5",
  ]),
  given("a flag", widget({ flag: true, count: -2, numbers: [-1] }), [
    "spec strict",
    "spec flag",
    "spec every one of none",
    "spec below zero",
    "spec a minus first",
    "spec one of those",
    "spec minus one",
    "spec -1 -5",
  ]),
  given("a text", widget({ text: "x", count: 4 }), [
    "spec strict",
    "spec every one of none",
    "spec below zero",
    "spec a minus first",
    "spec -1 -5",
  ]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), [
    "spec ${text} $text ${text} ${text}",
    "spec ab A😀t",
    "spec t-0",
    "spec tt",
    "spec off default",
  ]),
  given("everything", widget({ text: "T", count: 1, flag: true }), [
    "spec ${text} $text ${text} ${text}",
    "spec ab A😀T",
    "spec T-1",
    "spec TT",
    "spec on T",
    "spec same",
  ]),
];

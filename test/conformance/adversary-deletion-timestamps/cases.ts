import { type Case, given, updated, widget } from "../case.js";

const mark = "2026-01-01T00:00:00Z";
export const cases: readonly Case[] = [
  given("marked", widget({ flag: true }, { name: "w", deletionTimestamp: mark }), []),
  given("null", widget({ flag: true }, { name: "w", deletionTimestamp: null }), ["spec flag", "metadata no mark"]),
  updated("marked before", widget({ flag: true }, { name: "w", deletionTimestamp: mark }), widget({ flag: true }), [
    "spec flag",
    "metadata no mark",
    "metadata was marked",
  ]),
  updated("marked now", widget({ flag: true }), widget({ flag: true }, { name: "w", deletionTimestamp: mark }), []),
  given("marked and of the wrong shape", widget({ flag: 1 }, { name: "w", deletionTimestamp: mark }), []),
];

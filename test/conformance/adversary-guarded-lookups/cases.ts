import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec no limit", "spec five or none"]),
  given("inherited names", widget({ text: "constructor", tags: ["toString", "db"] }), [
    "spec no limit",
    "spec five or none",
    "spec db D",
  ]),
  given("web", widget({ text: "web", numbers: [3, 4], parts: [{ name: "valueOf" }, { name: "db" }] }), [
    "spec 3",
    "spec W",
    "spec above",
    "spec/parts/1 5",
  ]),
  given("db", widget({ text: "db", numbers: [5], parts: [] }), ["spec 5", "spec five or none"]),
];

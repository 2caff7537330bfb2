import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec 440"]),
  given("the last of them", widget({ text: "atat", tags: ["atat", "atax"] }), [
    "spec 440",
    "spec listed",
    "spec begins with one",
    "spec unknown",
    "spec atax is not listed",
  ]),
  given("none of them", widget({ text: "a" }), ["spec 440", "spec unknown"]),
];

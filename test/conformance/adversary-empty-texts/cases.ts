import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec around", "spec absent", "spec violates adversary-empty-texts"]),
  given("all empty", widget({ text: "", main: { name: "" }, tags: [""], table: { "": { name: "" } } }), [
    "spec around",
    "spec empty",
    "spec inside",
    "spec an empty tag",
    "spec in the set",
    "spec glob",
    "spec nothing between",
    "spec no first",
    "spec nameless",
    "spec keyless",
    "spec violates adversary-empty-texts",
  ]),
  given("empty in a text", widget({ text: "", main: { name: "m" }, tags: ["", " "] }), [
    "spec empty",
    "spec inside",
    "spec an empty tag",
    "spec in the set",
    "spec glob",
    "spec nothing between",
    "spec no first",
    "spec violates adversary-empty-texts",
  ]),
];

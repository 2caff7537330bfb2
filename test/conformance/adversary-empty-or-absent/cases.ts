import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), [
    "spec none found",
    "spec <absent>",
    "spec no last",
    "spec first is last",
    "spec nothing at all",
  ]),
  given("empty", widget({ parts: [], tags: [] }), [
    "spec every",
    "spec some is false",
    "spec none kept",
    "spec none found",
    "spec all named a",
    "spec no tags inside",
    "spec <>",
    "spec no last",
    "spec first is last",
    "spec no empty tag",
    "spec nothing at all",
  ]),
  given("one empty text", widget({ parts: [{ name: "a" }], tags: [""] }), [
    "spec some is false",
    "spec none kept",
    "spec none found",
    "spec all named a",
    "spec no tags inside",
    "spec <>",
    "spec first is last",
  ]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("a null text", widget({ tags: ["a", null] }), ["spec/tags/1 spec.tags[] must be a string"]),
  given("a null object", widget({ parts: [null, { name: "a", on: true }] }), [
    "spec/parts/0 spec.parts[] must be an object",
  ]),
  given("a null list", widget({ lists: [[], null] }), ["spec/lists/1 spec.lists[] must be a list"]),
  given("the first of several", widget({ tags: [null], parts: [null], lists: [null] }), [
    "spec/lists/0 spec.lists[] must be a list",
  ]),
  given("nulls in place of lists", widget({ tags: null, parts: null, lists: null }), ["spec no a", "spec all empty"]),
];

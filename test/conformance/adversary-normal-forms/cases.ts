import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("composed", widget({ text: "\u00e9", table: { "e\u0301": { name: "d" } } }), [
    "spec composed",
    "spec in the set",
    "spec matched",
    "spec one character",
    "spec weighs 1",
  ]),
  given("decomposed", widget({ text: "e\u0301", table: { "e\u0301": { name: "d" } } }), [
    "spec a mark",
    "spec an e",
    "spec weighs 2",
    "spec a key",
    "spec decomposed",
  ]),
];

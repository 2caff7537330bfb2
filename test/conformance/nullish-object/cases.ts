import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no part"]),
  given("from the table", widget({ table: { a: { name: "a" } } }), ["spec part a"]),
  given("main first", widget({ main: { name: "m", on: true }, table: { a: { name: "a" } } }), ["spec m is on"]),
  given("next", widget({ main: { name: "a", on: false, next: { name: "n", on: true } } }), [
    "spec part a",
    "spec n is on",
  ]),
];

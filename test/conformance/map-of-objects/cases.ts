import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no a"]),
  given("there", widget({ table: { a: { name: "x", on: true, parts: [{ name: "i" }] } } }), [
    "spec/table/a/name x",
    "spec a is on",
    "spec/table/a/parts/0 i",
  ]),
  given("computed key", widget({ text: "b/c", table: { "b/c": { name: "y", on: true } } }), [
    "spec no a",
    "spec b/c is on",
  ]),
  given("wrong", widget({ table: { z: 1 } }), ["spec/table/z spec.table[] must be an object"]),
];

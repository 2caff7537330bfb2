import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("sound", widget({ table: { a: { name: "x", on: true, size: 1 } } }), [". bad"]),
  given("the least key first", widget({ table: { z: 1, b: { name: 1 }, y: { name: "x", on: 1 } } }), [
    "spec/table/b/name spec.table[].name must be a string",
  ]),
  given("by code point", widget({ table: { "\uffff": { name: "x", on: 1 }, "😀": { name: "x", size: "1" } } }), [
    "spec/table/\uffff/on spec.table[].on must be a boolean",
  ]),
  given("no object", widget({ table: { a: [], b: { name: 1 } } }), ["spec/table/a spec.table[] must be an object"]),
];

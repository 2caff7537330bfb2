import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec 0 of 5 unknown", "spec 9 10 b a -1 01", "spec ten nine minus text"]),
  given("the last of two", widget({ text: "http", count: 3 }), [
    "spec 8080 of 5 known",
    "spec 9 10 b a -1 01",
    "spec ten nine minus text",
    "spec t",
  ]),
  given("a key that every object has", widget({ text: "constructor" }), [
    "spec 2 of 5 known",
    "spec 9 10 b a -1 01",
    "spec ten nine minus text",
  ]),
  given("the prototype", widget({ text: "__proto__" }), [
    "spec 1 of 5 known",
    "spec 9 10 b a -1 01",
    "spec ten nine minus text",
  ]),
  given("a value", widget({ text: "nine" }), [
    "spec 0 of 5 unknown",
    "spec 9 10 b a -1 01",
    "spec 9 is nine",
    "spec ten nine minus text",
  ]),
  given("no key, for it has a zero less", widget({ text: "1" }), [
    "spec 0 of 5 unknown",
    "spec 9 10 b a -1 01",
    "spec ten nine minus text",
  ]),
  given("a key", widget({ text: "01" }), [
    "spec 0 of 5 unknown",
    "spec 9 10 b a -1 01",
    "spec a key",
    "spec ten nine minus text",
  ]),
  given("deep", widget({ text: "dotted" }), [
    "spec 0 of 5 unknown",
    "spec 9 10 b a -1 01",
    "spec ten nine minus text",
    "spec nested",
  ]),
];

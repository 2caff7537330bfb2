import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), [
    "spec 0 0 0 0 0 0",
    "spec equal",
    "spec in a list and in sets",
    "spec neither above nor below",
    "spec 0 0 0",
    "spec none none <> <>",
    "spec case 0",
  ]),
  given("zero", widget({ count: 0, ratio: 0, tags: ["a", "b"] }), [
    "spec 0 0 0 0 0 0",
    "spec equal",
    "spec in a list and in sets",
    "spec neither above nor below",
    "spec ratio",
    "spec 0 0 0",
    "spec a a <a,b> <>",
    "spec case 0",
  ]),
  given("five", widget({ count: 5 }), [
    "spec -5 -5 -5 0 -5 -5",
    "spec -1 -5 -5",
    "spec none none <> <>",
    "spec another case",
  ]),
];

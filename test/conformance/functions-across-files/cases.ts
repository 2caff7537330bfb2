import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec has no main part"]),
  given("fine", widget({ main: { name: "a" }, text: "b" }), []),
  given("forbidden", widget({ main: { name: "root" }, text: "admin" }), [
    "spec has the name root",
    "spec forbidden",
    "spec main is forbidden",
  ]),
];

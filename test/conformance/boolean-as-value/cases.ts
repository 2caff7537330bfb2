import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec both is absent", "spec either is absent", "spec either is not true"]),
  given("left false", widget({ flag: false }), [
    "spec both is false",
    "spec either is absent",
    "spec either is not true",
  ]),
  given("left true", widget({ flag: true }), ["spec both is absent", "spec neither is false"]),
  given("left absent, right true", widget({ main: { name: "m", on: true } }), [
    "spec both is absent",
    "spec neither is false",
  ]),
  given("left absent, right false", widget({ main: { name: "m", on: false } }), [
    "spec both is absent",
    "spec either is not true",
  ]),
  given("both", widget({ flag: true, main: { name: "m", on: true } }), ["spec both is true", "spec neither is false"]),
];

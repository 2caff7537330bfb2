import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("S", widget({ text: "S" }), [
    "spec s",
    "spec s by Unicode",
    "spec a letter",
    "spec ASCII and what folds to it",
  ]),
  given("long s", widget({ text: "ſ" }), ["spec s by Unicode", "spec ASCII and what folds to it"]),
  given("kelvin", widget({ text: "\u212a" }), ["spec ASCII and what folds to it"]),
  given("B", widget({ text: "B" }), ["spec a letter", "spec between Y and b", "spec ASCII and what folds to it"]),
  given("y", widget({ text: "y" }), ["spec a letter", "spec between Y and b", "spec ASCII and what folds to it"]),
  given("between the cases", widget({ text: "^" }), [
    "spec no letter by Unicode",
    "spec between Y and b",
    "spec ASCII and what folds to it",
  ]),
  given("sharp s", widget({ text: "ß" }), ["spec no letter by Unicode"]),
  given("k8s in odd letters", widget({ text: "\u212a8ſ" }), ["spec k8s by Unicode"]),
  given("k8s in small letters", widget({ text: "k8s" }), ["spec k8s", "spec k8s by Unicode"]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("a prefix", widget({ text: "w-" }, { generateName: "w-" }), [
    "metadata w-",
    "metadata/generateName no name yet",
    "metadata/namespace in shop",
    "spec named as the text",
  ]),
  given("both", widget({ text: "w" }, { name: "w", generateName: "v" }), [
    "metadata w",
    "metadata an odd prefix",
    "metadata/namespace in shop",
    "spec named as the text",
  ]),
  given("a null name", widget({}, { name: null, generateName: "w-" }), [
    "metadata w-",
    "metadata/generateName no name yet",
    "metadata/namespace in shop",
  ]),
];

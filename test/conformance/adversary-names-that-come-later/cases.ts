import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("a prefix", widget({ text: "w-" }, { generateName: "w-", namespace: "shop" }), [
    "metadata w-",
    "metadata/generateName no name yet",
    "spec named as the text",
  ]),
  given("both", widget({ text: "w" }, { name: "w", generateName: "v", namespace: "shop" }), [
    "metadata w",
    "metadata an odd prefix",
    "spec named as the text",
  ]),
  given("a null name", widget({}, { name: null, generateName: "w-" }), [
    "metadata w-",
    "metadata/generateName no name yet",
    "metadata unset is not shop",
  ]),
];

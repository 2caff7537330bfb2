import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no parts"]),
  given("names", widget({ parts: [{ name: "a" }, { name: "c" }] }), ["spec a", "spec no b", "spec a!", "spec c!"]),
  given("lengths", widget({ lists: [[], ["x", "y"], ["x", "y", "z"]], parts: [{ name: "b" }] }), [
    "spec two",
    "spec three or more",
    "spec b!",
  ]),
];

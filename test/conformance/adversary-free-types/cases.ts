import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({ free: null }), ["spec absent", "spec is absent", "spec is not empty", "spec no port"]),
  given("a text", widget({ free: "1", text: "1", port: "1" }), [
    "spec text <1>",
    "spec the text 1",
    "spec is not empty",
    "spec is the text",
    "spec port 1",
  ]),
  given("an empty text", widget({ free: "", port: 1 }), ["spec text <>", "spec port 1"]),
  given("a number", widget({ free: 1, text: "1", port: 0 }), ["spec is not empty"]),
  given("true", widget({ free: true }), ["spec true", "spec is true", "spec is not empty", "spec no port"]),
  given("false", widget({ free: false }), ["spec false", "spec is not empty", "spec no port"]),
  given("a list", widget({ free: ["1"] }), ["spec is not empty", "spec no port"]),
  given("an object", widget({ free: {}, text: "" }), ["spec is not empty", "spec no port"]),
];

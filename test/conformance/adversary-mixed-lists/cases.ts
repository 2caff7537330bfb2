import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("a number that is there as a text", widget({ port: 80, count: 80, text: "443" }), ["spec 80 443 http 0"]),
  given("a text", widget({ port: "80", count: 443, text: "80" }), [
    "spec in the list",
    "spec the count",
    "spec the text",
    "spec 80 443 http 0",
  ]),
  given("zero and empty", widget({ port: 0, text: "" }), ["spec in the list", "spec the text", "spec 80 443 http 0"]),
  given("listed", widget({ port: "1", count: 1 }), ["spec listed 1", "spec a listed count", "spec 80 443 http 0"]),
  given("listed as a number", widget({ port: 2, count: 8080 }), ["spec listed 2", "spec 80 443 http 0"]),
];

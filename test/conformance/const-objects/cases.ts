import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no name"]),
  given("above", widget({ count: 4 }), ["spec above 3 and 5", "spec no name"]),
  given("team", widget({ text: "core", count: 2 }), ["spec above 1", "spec x of a team", "spec no name"]),
  given("another team", widget({ text: "edge", count: 20 }), ["spec above 3 and 5", "spec no name"]),
  given("port", widget({ text: "https", count: 443 }), [
    "spec above 3 and 5",
    "spec port 443",
    "spec 2 ports",
    "spec no name",
  ]),
  given("name", widget({ text: "b", count: 3 }), ["spec second", "spec b at most 2"]),
  given("exact", widget({ text: "a", count: 1 }), ["spec first", "spec exactly"]),
  given("inherited", widget({ text: "constructor", count: 0 }), ["spec no name"]),
  given("prototype", widget({ text: "__proto__", count: 0 }), ["spec no name"]),
  given("affixes", widget({ text: "x--z" }), ["spec no name", "spec affixed"]),
  given("limited", widget({ text: "web" }), ["spec no name", "spec limited"]),
];

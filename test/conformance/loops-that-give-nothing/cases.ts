import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec is none"]),
  given("one", widget({ parts: [{ name: "a", on: true, tags: ["a", "b"] }] }), ["spec is none"]),
  given("two", widget({ parts: [{ name: "a" }, { name: "b", on: true }] }), ["spec is b"]),
  given("two off", widget({ parts: [{ name: "a" }, { name: "b", on: false }] }), ["spec is none"]),
];

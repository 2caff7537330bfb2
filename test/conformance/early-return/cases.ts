import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("off", widget({ flag: false, text: "t" }), ["spec flag is there", "spec off"]),
  given("no text", widget({ flag: true }), ["spec flag is there", "spec no text"]),
  given("one", widget({ flag: true, text: "t", count: 1 }), ["spec flag is there"]),
  given("text", widget({ flag: true, text: "t" }), ["spec flag is there", "spec text t"]),
];

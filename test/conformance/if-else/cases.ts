import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec end"]),
  given("on", widget({ flag: true }), ["spec on without text", "spec end"]),
  given("on and empty", widget({ flag: true, text: "" }), ["spec on and empty", "spec end"]),
  given("on x", widget({ flag: true, text: "x", count: 5 }), ["spec on x", "spec end"]),
  given("off", widget({ flag: false, count: 2 }), ["spec off 2", "spec end"]),
  given("stop", widget({ count: 2, text: "stop" }), []),
  given("main", widget({ count: 1, main: { name: "m" } }), ["spec m", "spec end"]),
];

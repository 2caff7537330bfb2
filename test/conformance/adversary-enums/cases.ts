import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), []),
  given("low", widget({ text: "low", count: -2 }), ["spec same low", "spec $(x) {{y}} \"'`\\", "spec 19 -2"]),
  given("odd", widget({ text: "$(x) {{y}} \"'`\\\n", count: -1 }), ["spec $(x) {{y}} \"'`\\", "spec -1 0", "spec odd"]),
  given("empty", widget({ text: "", count: 16 }), ["spec $(x) {{y}} \"'`\\", "spec flag", "spec empty"]),
  given("high", widget({ text: "high", count: 19 }), ["spec 19 -2"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec unknown"]),
  given("1024Mi", widget({ memory: "1024Mi" }), ["spec 1Gi"]),
  given("3Gi", widget({ memory: "3Gi" }), ["spec above"]),
  given("number", widget({ memory: 0.5 }), ["spec below 1"]),
  given("malformed", widget({ memory: "much" }), ["spec unknown"]),
  given("empty", widget({ memory: "" }), ["spec unknown"]),
  given("list", widget({ memory: [] }), ["spec/memory spec.memory must be a string or a number"]),
];

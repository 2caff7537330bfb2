import { given, updated, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec none shop CREATE"]),
  given("operation as text", widget({ text: "CREATE", flag: true }), ["spec text CREATE", "spec CREATE shop CREATE"]),
  given("other text", widget({ text: "a", count: 1 }), ["spec text a", "spec none shop CREATE", "spec CREATEa"]),
  updated("update", widget({}), widget({ text: "UPDATE" }), [
    "spec text UPDATE",
    "spec update",
    "spec none shop UPDATE",
  ]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec text == undefined", "spec null == main"]),
  given("there", widget({ text: "", main: { name: "m" } }), ["spec text != null"]),
  given("null", widget({ text: null }), ["spec text == undefined", "spec null == main"]),
];

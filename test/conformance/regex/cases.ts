import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no name"]),
  given("name", widget({ text: "a-1" }), ["spec a name", "spec a letter"]),
  given("emoji is one character", widget({ text: "😀" }), ["spec no name", "spec one character"]),
  given("line break is no end", widget({ text: "a\n" }), ["spec no name", "spec a letter", "spec space at the end"]),
  given("kelvin sign is no k", widget({ text: "K" }), ["spec no name", "spec one character"]),
  given("no-break space", widget({ text: "1 " }), ["spec no name", "spec space at the end"]),
  given("quotes", widget({ text: '`"\\/' }), ["spec no name", "spec quotes"]),
];

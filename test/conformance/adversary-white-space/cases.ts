import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("ASCII", widget({ text: "\t\n\v\f\r " }), ["spec < >", "spec space alone", "spec !"]),
  given("no-break space and byte order mark", widget({ text: "\u00a0\ufeff" }), [
    "spec <\u00a0\ufeff>",
    "spec space alone",
    "spec \u00a0\ufeff!",
  ]),
  given("next line, zero width, and others that are none in JavaScript", widget({ text: "\u200b\u180e" }), [
    "spec <\u200b\u180e>",
    "spec no space",
    "spec \u200b\u180e!",
  ]),
  given("next line", widget({ text: "\u0085" }), ["spec < >", "spec no space", "spec !"]),
  given("separators and wide spaces", widget({ text: "\u2028\u3000\u205f" }), [
    "spec < \u3000\u205f>",
    "spec space alone",
    "spec \u3000\u205f!",
  ]),
];

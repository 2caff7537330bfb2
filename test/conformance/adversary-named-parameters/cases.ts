import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec nameless path 9007199254740991 one params"]),
  given("constructor", widget({ text: "ctor", tags: ["", "b"], count: 0, memory: "1k" }), [
    "spec constructor",
    "spec tag <>",
    "spec zero",
    "spec nameless path 9007199254740991 one params",
    "spec a thousand",
  ]),
  given("proto", widget({ text: "proto", tags: ["a"], memory: "1024" }), [
    "spec proto",
    "spec tag <a>",
    "spec nameless path 9007199254740991 one params",
  ]),
  given("what hosts replace", widget({ text: '$(X) {{x}} "`\\\n\u2028%s' }), [
    'spec $(X) {{x}} "`\\  %s',
    "spec nameless path 9007199254740991 one params",
  ]),
];

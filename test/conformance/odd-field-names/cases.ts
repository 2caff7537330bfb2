import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec dots"]),
  given("words", widget({ odd: { default: "a", not: true, with: 1, count: 1, some: ["x", "y"], contains: "y" } }), [
    "spec word",
    "spec not with count",
    "spec y",
    "spec dots",
  ]),
  given("marks", widget({ odd: { "a-b": "a", "x.y/z": "a", 'quote"`\\': "" } }), [
    "spec/odd/a-b hyphen",
    "spec dots",
    'spec/odd/quote"`\\ quotes',
  ]),
  given("wrong type", widget({ odd: { "x.y/z": 1 } }), ['spec/odd/x.y/z spec.odd["x.y/z"] must be a string']),
];

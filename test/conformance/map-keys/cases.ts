import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("no labels", widget({}), ["metadata no label", "metadata no toString", "metadata no app", "metadata no"]),
  given("empty", widget({}, { labels: {} }), [
    "metadata no label",
    "metadata no toString",
    "metadata no app",
    "metadata no",
  ]),
  given("dots and slashes", widget({}, { labels: { "example.com/a.b": "v", app: "x" } }), [
    "metadata/labels/example.com/a.b v",
    "metadata app x",
    "metadata no toString",
    "metadata no",
  ]),
  given(
    "names of JavaScript",
    widget({}, { labels: { constructor: "c", ["__proto__"]: "p", toString: "t", "": "e" } }),
    ["metadata no label", "metadata constructor", "metadata proto", "metadata no app"],
  ),
  given("null value", widget({}, { labels: { app: null, constructor: null } }), [
    "metadata no label",
    "metadata no toString",
    "metadata no app",
    "metadata no",
  ]),
  given("number value", widget({}, { labels: { app: 1 } }), ["metadata/labels/app metadata.labels[] must be a string"]),
];

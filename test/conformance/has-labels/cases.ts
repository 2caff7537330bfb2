import { given, widget, type Case } from "../case.js";

const of = (name: string, labels: object, annotations: object, ...expected: readonly string[]): Case =>
  given(
    name,
    widget({}, { name: "w", labels, annotations } as never),
    expected.map((message) => `metadata ${message}`),
  );

export const cases: readonly Case[] = [
  given("absent", widget({}), ["metadata one absent"]),
  of("the same", { app: "web" }, { app: "web" }, "has all"),
  of("more", { app: "web", tier: "x" }, { app: "web" }, "has all"),
  of("fewer", { app: "web" }, { app: "web", tier: "x" }, "lacks one"),
  of("another value", { app: "web" }, { app: "api" }, "lacks one"),
  of("another case", { app: "web" }, { app: "Web" }, "lacks one"),
  of("the empty value", { app: "" }, { app: "" }, "has all"),
  of("not the empty value", { tier: "x" }, { app: "" }, "lacks one"),
  of("a name of every object", { tier: "x" }, { constructor: "x" }, "lacks one"),
  of("dots and slashes", { "example.com/a.b": "x" }, { "example.com/a.b": "x" }, "has all"),
  of("nothing is wanted", { app: "web" }, {}, "one absent"),
  of("a null is not wanted", { app: "web" }, { app: "web", tier: null }, "has all"),
  of("a null is not there", { app: "web", tier: null }, { tier: "x" }, "lacks one"),
  given("a number", widget({}, { name: "w", labels: { app: 1 }, annotations: { app: "1" } }), [
    "metadata/labels/app metadata.labels[] must be a string",
  ]),
];

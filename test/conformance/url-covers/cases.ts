import { given, widget, type Case } from "../case.js";

const names = ["*", "/*", "/healthz/*", "/healthz", "/healthz**", "/a*b", "/a*b*", "**", "", "/A\n*"];
const covering = (text: string | undefined, ...indices: readonly number[]): Case =>
  given(
    text === undefined ? "absent" : text === "" ? "empty" : text,
    widget({ parts: names.map((name) => ({ name })), ...(text === undefined ? {} : { text }) }),
    [
      ...[0, 1, 2, 4, 7].map((index) => `spec/parts/${index} health`),
      ...indices.map((index) => `spec/parts/${index} text`),
    ],
  );

// As NonResourceURLMatches of the RBAC authorizer decides it.
export const cases: readonly Case[] = [
  given("no parts", widget({}), []),
  covering(undefined, 0, 7, 8),
  covering("", 0, 7, 8),
  covering("/", 0, 1, 7),
  covering("/healthz", 0, 1, 3, 4, 7),
  covering("/healthz/", 0, 1, 2, 4, 7),
  covering("/a*b", 0, 1, 5, 6, 7),
  covering("/a*bc", 0, 1, 6, 7),
  covering("/axb", 0, 1, 7),
  covering("/A\nb", 0, 1, 7, 9),
  covering("metrics", 0, 7),
];

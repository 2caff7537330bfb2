import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec all", "spec violates adversary-names-of-cel", "spec type 0"]),
  given(
    "everything",
    widget({
      text: "b-a",
      memory: "1024Mi",
      tags: ["n", "10.0.0.1", "1.0.0"],
      numbers: [5, 2],
      main: { name: "m", next: { name: "n" } },
      parts: [{ name: "p", on: true, parts: [{ name: "q" }, { name: "p" }] }],
    }),
    [
      "spec has",
      "spec result",
      "spec all",
      "spec ip",
      "spec cidr",
      "spec semver",
      "spec/parts/0/parts/1 p in p",
      "spec n! 10.0.0.1! 1.0.0!",
      "spec type 2",
      "spec quantity",
      "spec variables",
    ],
  ),
];

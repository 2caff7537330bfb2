import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec tt tx aabb", "spec size", "spec ott"]),
  given(
    "everything",
    widget({
      text: "p",
      tags: ["pq"],
      parts: [
        { name: "p", on: true },
        { name: "q", on: true },
      ],
    }),
    ["spec has", "spec pp px aabb", "spec contains", "spec size", "spec/parts/1 found", "spec opp"],
  ),
];

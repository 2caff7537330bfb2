import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec module", "spec <module> at the end"]),
  given(
    "everything",
    widget({ text: "t", tags: ["a"], parts: [{ name: "p", parts: [{ name: "q" }, { name: "r" }] }] }),
    [
      "spec module",
      "spec tag a",
      "spec inner t",
      "spec part t",
      "spec still a",
      "spec/parts/0/parts/0 q in p",
      "spec/parts/0/parts/1 r in p",
      "spec/parts/0 <p>",
      "spec <module> at the end",
    ],
  ),
];

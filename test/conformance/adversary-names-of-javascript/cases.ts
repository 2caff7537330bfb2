import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec none 0 no second no third 0 nameless"]),
  given(
    "everything",
    widget({
      text: "a",
      count: 7,
      tags: ["a", "b", "c"],
      main: { name: "m", size: 9 },
      parts: [{ name: "m", tags: ["c", "d"] }],
    }),
    ["spec first is the text", "spec a 7 b c 9 m", "spec namesake", "spec/parts/0 c of m"],
  ),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec own keys own string 0 0", "spec equal to itself"]),
  given(
    "everything",
    widget({
      text: "ip",
      count: 4,
      tags: ["t"],
      main: { name: "m", size: 4 },
      parts: [{ name: "p", size: 4, tags: ["t", "u"] }],
    }),
    [
      "spec own keys own string 1 1",
      "spec own function",
      "spec own global",
      "spec/parts/0 t",
      "spec equal to itself",
      "spec a part of that size",
      "spec own undefined",
    ],
  ),
];

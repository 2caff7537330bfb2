import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), [
    "spec text none",
    "spec size 7",
    "spec port 80",
    "spec flag or true",
    "spec not on",
    "spec no tags",
  ]),
  given(
    "false, zero and empty stay",
    widget({ text: "", count: 0, flag: false, main: { name: "m", on: true }, port: 0, tags: [""] }),
    ["spec text", "spec size 0", "spec port 0"],
  ),
  given(
    "nearest first",
    widget({ text: "t", count: 2, main: { name: "m", size: 1, on: false }, port: "http", tags: [] }),
    ["spec text t", "spec size 1", "spec port http", "spec flag or true", "spec not on", "spec no tags"],
  ),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec a", "spec m", "spec t", "spec 2"]),
  given("read", widget({ text: "x", main: { name: "y" }, count: 3 }), [
    "spec a",
    "spec x",
    "spec y",
    "spec 1 to 3",
    "spec 2",
  ]),
];

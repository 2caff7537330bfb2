import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("constant", widget({}), ["spec has a", "spec tag k", "spec tag a", "spec no empty"]),
  given("read", widget({ flag: true, tags: ["", "x"] }), ["spec tag", "spec tag x"]),
  given("absent", widget({ flag: true }), ["spec tag none", "spec no empty"]),
];

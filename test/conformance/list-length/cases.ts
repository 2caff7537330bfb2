import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec empty or absent", "spec absent", "spec as counted"]),
  given("empty", widget({ tags: [], count: 0 }), ["spec empty", "spec empty or absent", "spec as counted"]),
  given("two", widget({ tags: ["a", "a"], count: 2 }), ["spec 2 tags", "spec as counted"]),
];

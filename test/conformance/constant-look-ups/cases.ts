import { given, widget, type Case } from "../case.js";

const always = ["spec first", "spec nothing or the same", "spec no beginning", "spec no sixth"];

export const cases: readonly Case[] = [
  given("absent", widget({}), [...always, "spec none"]),
  given("second", widget({ text: "y" }), [...always, "spec second", "spec none"]),
  given("other", widget({ text: "z" }), always),
];

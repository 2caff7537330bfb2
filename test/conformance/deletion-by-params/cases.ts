import { deleted, given, updated, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("created", widget({ flag: true }), []),
  updated("updated", widget({}), widget({ flag: true }), [". leave it alone"]),
  deleted("deleted", widget({ flag: true }), [". leave it alone"]),
  deleted("deleted without a flag", widget({}), []),
];

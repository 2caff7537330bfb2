import { given, updated, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("created", widget({ flag: true }), []),
  updated("was on", widget({ flag: true }), widget({}), [". was on"]),
  updated("was off", widget({ flag: false }), widget({ flag: true }), []),
  updated("was broken", widget({ flag: "yes" }), widget({}), [". oldObject.spec.flag must be a boolean"]),
];

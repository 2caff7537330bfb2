import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec odd"]),
  given("all", widget({ text: 't`"\\', flag: true, count: 9007199254740991, main: { name: "b" } }), [
    'spec t`"\\',
    "spec flag",
    "spec above 5",
    "spec a number",
    "spec a name",
    "spec odd",
  ]),
  given("off", widget({ flag: false, count: -1 }), ["spec off", "spec a number", "spec odd"]),
];

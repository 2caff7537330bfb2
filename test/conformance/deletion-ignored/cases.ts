import { deleted, given, updated, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("created", widget({ flag: true }), ["spec CREATE with a flag"]),
  updated("updated", widget({}), widget({ flag: true }), ["spec UPDATE with a flag"]),
  deleted("deleted", widget({ flag: true }), []),
  deleted("deleted and broken", widget({ flag: 1 }), []),
];

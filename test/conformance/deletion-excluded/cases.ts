import { deleted, given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("created", widget({ flag: true }), ["spec a flag"]),
  deleted("deleted", widget({ flag: true }), []),
  deleted("deleted and broken", widget({ flag: 1 }), []),
];

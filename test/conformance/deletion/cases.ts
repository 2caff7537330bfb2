import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("live", widget({}), ["spec flag"]),
  given("being deleted", widget({}, { deletionTimestamp: "2026-01-01T00:00:00Z" }), []),
  given("null is not being deleted", widget({}, { deletionTimestamp: null }), ["spec flag"]),
  given("broken and being deleted", widget({ flag: 1 }, { deletionTimestamp: "2026-01-01T00:00:00Z" }), []),
  given("broken", widget({ flag: 1 }), ["spec/flag spec.flag must be a boolean"]),
  given("no spec", widget(null), ["spec spec must be an object"]),
];

import { deleted, given, updated, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  deleted("protected", widget({ text: "a" }), ["spec a stays"]),
  deleted("without a text", widget({}), ["spec it stays"]),
  deleted("free to go", widget({ flag: true, count: 3 }), []),
  deleted("what holds for every object holds here", widget({ flag: true, tags: ["x"] }), ["spec/tags tagged"]),
  deleted("broken", widget({ flag: 1 }), ["spec/flag spec.flag must be a boolean"]),
  deleted("waits for its finalizers", widget({}, { deletionTimestamp: "2026-01-01T00:00:00Z" }), []),
  given("created", widget({}), []),
  updated("changed", widget({ count: 1 }), widget({ count: 2 }), ["spec/count another count"]),
  updated("broken before", widget({ count: "1" }), widget({ count: 2 }), [". oldObject.spec.count must be an integer"]),
];

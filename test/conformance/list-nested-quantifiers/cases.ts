import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("empty", widget({ parts: [] }), ["spec every every"]),
  given("no inner list", widget({ parts: [{ name: "a" }], tags: [] }), ["spec some not some", "spec has every tag"]),
  given("matches", widget({ parts: [{ name: "a", tags: ["t"], parts: [{ name: "x", tags: ["a"] }] }], tags: ["t"] }), [
    "spec every every",
    "spec has every tag",
  ]),
  given("inner without tags", widget({ parts: [{ name: "a", parts: [{ name: "x" }] }], tags: ["t"] }), []),
  given("other tags", widget({ parts: [{ name: "a", parts: [{ name: "x", tags: ["b"] }] }] }), ["spec some not some"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec third is not on", "spec first has no a"]),
  given(
    "deep",
    widget({
      main: { name: "m", next: { name: "n", next: { name: "o", on: true } }, parts: [{ name: "p", tags: ["a"] }] },
    }),
    ["spec third is on", "spec first has a", "spec next is n"],
  ),
  given("empty list", widget({ main: { name: "m", parts: [] } }), ["spec third is not on", "spec first has no a"]),
  given("a part without tags", widget({ main: { name: "m", parts: [{ name: "p" }], next: { name: "x" } } }), [
    "spec third is not on",
    "spec first has no a",
  ]),
  given("wrong type deep down", widget({ main: { name: "m", next: { name: "n", next: "o" } } }), [
    "spec/main/next/next spec.main.next.next must be an object",
  ]),
  given("required name is missing", widget({ main: { name: "m", next: {} } }), [
    "spec/main/next/name spec.main.next.name must be a string",
  ]),
];

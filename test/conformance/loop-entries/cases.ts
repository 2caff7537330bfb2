import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec constant 0", "spec constant 1"]),
  given("one", widget({ parts: [{ name: "a" }] }), ["spec constant 0", "spec constant 1"]),
  given("several", widget({ parts: [{ name: "a" }, { name: "a" }, { name: "b" }], tags: ["x", "y", "x"] }), [
    "spec/parts/1 part 1 is a",
    "spec/parts/1/name like the one before",
    "spec/parts/2 part 2 is b",
    "spec tag 0",
    "spec tag 2",
    "spec constant 0",
    "spec constant 1",
  ]),
  given("inner", widget({ parts: [{ name: "a", parts: [{ name: "b" }, { name: "c" }] }] }), [
    "spec/parts/0/parts/0/name inner 0",
    "spec/parts/0/parts/1/name inner 1",
    "spec constant 0",
    "spec constant 1",
  ]),
  given("many", widget({ parts: Array.from({ length: 300 }, (_, index) => ({ name: String(index) })) }), [
    ...Array.from(
      { length: 299 },
      (_, index) => `spec/parts/${String(index + 1)} part ${String(index + 1)} is ${String(index + 1)}`,
    ),
    "spec constant 0",
    "spec constant 1",
  ]),
];

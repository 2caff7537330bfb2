import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec nothing", "spec none on"]),
  given(
    "none returns",
    widget({
      parts: [
        { name: "a", size: 10 },
        { name: "skip", tags: ["skip"] },
      ],
    }),
    ["spec nothing", "spec none on"],
  ),
  given(
    "first of several",
    widget({ parts: [{ name: "a" }, { name: "b", on: true, size: 11 }, { name: "c", on: true }] }),
    ["spec large", "spec/parts/1 first b", "spec nothing", "spec no tag"],
  ),
  given("inner loop", widget({ parts: [{ name: "a", tags: ["b", "a"], on: true }, { name: "stop" }] }), [
    "spec/parts/0 first a",
    "spec tag a",
    "spec b",
  ]),
  given("in a clause", widget({ parts: [{ name: "deep", parts: [{ name: "fine" }, { name: "é" }] }] }), [
    "spec below é",
    "spec none on",
  ]),
  given("after a clause", widget({ parts: [{ name: "deep", parts: [{ name: "fine" }] }, { name: "stop" }] }), [
    "spec stopped",
    "spec none on",
  ]),
  given("null element", widget({ parts: [null] }), ["spec/parts/0 spec.parts[] must be an object"]),
];

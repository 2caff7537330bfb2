import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), []),
  given("nothing below", widget({ parts: [{ name: "a" }] }), []),
  given("below", widget({ parts: [{ name: "a" }, { name: "b", parts: [{ name: "c", on: true }, { name: "d" }] }] }), [
    "spec/parts/1/parts/1 last d",
    "spec/parts/1/parts/0/on on c",
  ]),
  given(
    "below the next",
    widget({ parts: [{ name: "a", next: { name: "n", parts: [{ name: "c" }, { name: "d" }] } }] }),
    ["spec/parts/0/next/parts/0 first c"],
  ),
];

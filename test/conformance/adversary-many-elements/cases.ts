import { type Case, given, widget } from "../case.js";

const parts = (on: (index: number) => boolean) =>
  Array.from({ length: 1000 }, (_, index) => ({ name: String(index), on: on(index) }));
export const cases: readonly Case[] = [
  given("none", widget({ parts: parts(() => false) }), ["spec all off"]),
  given("the last", widget({ parts: parts((index) => index === 999) }), ["spec/parts/999 part 999"]),
  given(
    "all",
    widget({ parts: parts(() => true) }),
    Array.from({ length: 1000 }, (_, index) => `spec/parts/${String(index)} part ${String(index)}`),
  ),
  given(
    "a thousand tags",
    widget({ tags: Array.from({ length: 1000 }, (_, index) => (index % 250 === 0 ? "x" : "y")) }),
    ["spec tag 0", "spec tag 250", "spec tag 500", "spec tag 750"],
  ),
];

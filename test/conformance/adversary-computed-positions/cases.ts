import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec at -1 nothing nothing nothing", "spec the same last", "spec nothing after it"]),
  given(
    "inside",
    widget({ count: 1, tags: ["a", "b"], parts: [{ name: "p" }, { name: "q", on: true }], lists: [[], ["b", "a"]] }),
    [
      "spec a is first",
      "spec b is last",
      "spec a is twice as far",
      "spec at 1 b a nothing",
      "spec that part is on",
      "spec on the diagonal",
      "spec the same last",
      "spec nothing after it",
    ],
  ),
  given("zero", widget({ count: 0, tags: ["a"] }), [
    "spec a is first",
    "spec a is last",
    "spec a is twice as far",
    "spec at 0 a nothing a",
    "spec the same last",
    "spec nothing after it",
  ]),
  given("far below", widget({ count: -562949953421312, tags: ["a"] }), [
    "spec a is first",
    "spec a is last",
    "spec a is twice as far",
    "spec at -562949953421312 nothing nothing nothing",
    "spec the same last",
    "spec nothing after it",
  ]),
  given("far beyond", widget({ count: 4294967296, tags: ["a"] }), [
    "spec a is first",
    "spec a is last",
    "spec a is twice as far",
    "spec at 4294967296 nothing nothing nothing",
    "spec the same last",
    "spec nothing after it",
  ]),
];

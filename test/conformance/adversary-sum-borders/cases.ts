import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec no total", "spec 0", "spec nothing adds up to zero"]),
  given("the largest", widget({ numbers: [9007199254740990, 1], parts: [{ name: "a", size: 67108864 }] }), [
    "spec 9007199254740991",
    "spec 4503599627370496",
    "spec nothing adds up to zero",
  ]),
  given(
    "one more",
    widget({
      numbers: [9007199254740990, 2],
      parts: [
        { name: "a", size: 67108864 },
        { name: "b", size: -67108864 },
      ],
    }),
    ["spec no total", "spec too much", "spec nothing adds up to zero"],
  ),
  given("beyond and back", widget({ numbers: [9007199254740991, 1, -1] }), [
    "spec 9007199254740991",
    "spec 0",
    "spec nothing adds up to zero",
  ]),
];

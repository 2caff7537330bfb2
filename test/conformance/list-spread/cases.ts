import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no y", "spec a+b+c"]),
  given("several", widget({ tags: ["x", "y"] }), ["spec x", "spec 5 of them", "spec a+b+c+x+y"]),
  given(
    "places of both",
    widget({
      parts: [{ name: "p" }, { name: "q", on: true, size: 3 }],
      main: {
        name: "m",
        parts: [
          { name: "y", on: true },
          { name: "z", size: 3 },
        ],
      },
    }),
    [
      "spec no y",
      "spec a+b+c",
      "spec/parts/1 q",
      "spec/main/parts/0 y",
      "spec/parts/1 three",
      "spec/main/parts/1 three",
      "spec y among both",
    ],
  ),
  given("null", widget({ tags: null, parts: null, main: null }), ["spec no y", "spec a+b+c"]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec nothing"]),
  given("main", widget({ main: { name: "m", size: 4 } }), ["spec main is large", "spec m of 4"]),
  given("larger", widget({ main: { name: "m", size: 6 }, text: "t" }), [
    "spec main is large",
    "spec main is larger",
    "spec t",
  ]),
  given(
    "parts",
    widget({
      count: 1,
      parts: [
        { name: "a", on: true },
        { name: "b", size: 2, parts: [] },
        { name: "c", parts: [{ name: "c" }, { name: "d" }] },
      ],
    }),
    ["spec nothing", "spec one is on", "spec/parts/0 size 1", "spec/parts/1 all the same", "spec/parts/2 size 1"],
  ),
];

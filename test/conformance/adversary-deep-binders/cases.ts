import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec violates adversary-deep-binders"]),
  given(
    "five levels",
    widget({
      parts: [
        {
          name: "a",
          parts: [
            { name: "a", parts: [{ name: "z" }] },
            {
              name: "b",
              parts: [
                { name: "b" },
                {
                  name: "c",
                  parts: [
                    { name: "d", on: true, parts: [{ name: "d" }] },
                    { name: "e", parts: [{ name: "f" }] },
                  ],
                },
              ],
            },
          ],
        },
        { name: "x", on: true },
      ],
    }),
    ["spec/parts/0/parts/1/parts/1 de below c", "spec/parts/0 deep", "spec z b c", "spec on"],
  ),
  given(
    "one of them is on",
    widget({
      parts: [{ name: "a", parts: [{ name: "b", parts: [{ name: "c", parts: [{ name: "d", on: true }] }] }] }],
    }),
    ["spec/parts/0/parts/0/parts/0 d below c", "spec/parts/0 deep", "spec c"],
  ),
];

import { type Case, given, widget } from "../case.js";

const all = ["in", "true", "null", "__result__", " ", "a.b/c", "'\"`\\\n\u2028", "é😀", "$(x){{y}}%s"];
export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec true and null", "spec - - 0 0"]),
  given("all of them", widget(Object.fromEntries([...all.map((name) => [name, "a"]), ["__proto__", "a"]])), [
    "spec/in in",
    "spec true and null",
    "spec - - 0 0",
    "spec/__proto__ proto",
    "spec/__result__ result",
    "spec/ /0/- blank, digit or hyphen",
    "spec/a.b/c a path",
    "spec/'\"`\\\n\u2028 quotes",
    "spec/é😀 beyond ASCII",
    "spec/$(x){{y}}%s what hosts replace",
  ]),
  given(
    "inside",
    widget({
      type: ["x", "y"],
      map: { map: { in: "y" } },
      object: { object: { "": "a" } },
      has: true,
      size: 3,
      length: 4,
      package: "p",
      namespace: "n",
    }),
    ["spec true and null", "spec p n 3 4", "spec/has has", "spec/map/map/in y", "spec/object/object/ nameless"],
  ),
  given("of the wrong type", widget({ "'\"`\\\n\u2028": 1 }), [
    'spec/\'"`\\\n\u2028 spec["\'\\"`\\\\\\n "] must be a string',
  ]),
];

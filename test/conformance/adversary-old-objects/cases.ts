import { type Case, deleted, given, updated, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("created", widget({ parts: [{ name: "a" }] }), ["spec another number of parts"]),
  updated(
    "from nothing",
    widget({ text: null, parts: null }, { name: "w", labels: { constructor: "x" } }),
    widget({ text: "t", flag: null, parts: [{ name: "a", size: 1 }] }),
    [
      "spec/text was absent",
      "spec the same flag",
      "spec another number of parts",
      "spec/parts/0 size was none",
      "metadata constructor changed",
    ],
  ),
  updated("to nothing", widget({ text: "", flag: false, parts: [{ name: "a" }] }), widget({ parts: [] }), [
    "spec/text was",
    "spec another number of parts",
  ]),
  updated(
    "nothing changed",
    widget({ text: "t", flag: true, parts: [{ name: "a", size: 0 }] }),
    widget({ text: "t", flag: true, parts: [{ name: "a", size: 0 }] }),
    ["spec the same flag"],
  ),
  updated(
    "zero became absent",
    widget({ parts: [{ name: "a", size: 0 }] }),
    widget({ parts: [{ name: "a", size: null }] }),
    ["spec the same flag", "spec/parts/0 size was 0"],
  ),
  deleted("removed", widget({ text: "kept", flag: true, parts: [{ name: "a" }] }), [
    "spec the same flag",
    "spec kept in shop",
  ]),
];

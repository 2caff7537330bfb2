import { type Case, given, updated, widget } from "../case.js";

const shared = { name: "s", tags: ["t"] };
const holder = { ...shared, next: shared };
export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec 4 2"]),
  given(
    "one object at every place",
    widget({ text: "ab", main: holder, parts: [shared, shared, holder], table: { a: shared } }),
    [
      "spec/parts/0 s again",
      "spec/parts/1 s again",
      "spec/parts/2 s again",
      "spec a and b",
      "spec 4 2",
      "spec/main main",
      "spec/main/next next",
      "spec/table/a in the table",
    ],
  ),
  updated("one object that is old and new", widget({ main: holder }), widget({ main: holder }), [
    "spec 4 2",
    "spec/main main",
    "spec/main/next next",
  ]),
];

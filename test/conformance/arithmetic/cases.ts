import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec 1 -1 0 0"]),
  given("sums", widget({ count: 9, numbers: [1, -9] }), ["spec 10 8 27 -9", "spec surge", "spec opposite"]),
  given("odd", widget({ count: 3, numbers: [0, 0] }), ["spec 4 2 9 -3", "spec odd"]),
  given("negative", widget({ count: -4 }), ["spec -3 -5 -12 4"]),
  given("parts", widget({ count: 1, parts: [{ name: "a" }, { name: "b", size: 5 }, { name: "c", size: 101 }] }), [
    "spec 2 0 3 -1",
    "spec/parts/1 b comes to 6",
    "spec/parts/2 c comes to 102",
    "spec/parts/2 product",
    "spec/parts/2 at least seven",
  ]),
];

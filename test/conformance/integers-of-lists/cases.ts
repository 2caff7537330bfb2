import { given, widget, type Case } from "../case.js";

const greatest = 9007199254740991;

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no sum", "spec seven"]),
  given("empty", widget({ numbers: [], count: 1 }), ["spec sum 0"]),
  given("one", widget({ numbers: [5], count: 1 }), ["spec sum 5", "spec from 5 to 5"]),
  given("several", widget({ numbers: [3, -1, 2, 3], count: 1 }), ["spec sum 7", "spec from -1 to 3"]),
  given("zeros", widget({ numbers: [0, 0], count: 1 }), ["spec sum 0", "spec from 0 to 0"]),
  given("greatest", widget({ numbers: [greatest, 0], count: 1 }), [
    `spec sum ${String(greatest)}`,
    `spec from 0 to ${String(greatest)}`,
  ]),
  given("sum too great", widget({ numbers: [greatest, 1], count: 1 }), [
    "spec no sum",
    `spec from 1 to ${String(greatest)}`,
  ]),
  given("sum too small", widget({ numbers: [-greatest, -1], count: 1 }), [
    "spec no sum",
    `spec from -${String(greatest)} to -1`,
  ]),
  given("too great on the way", widget({ numbers: [greatest, greatest, -greatest, -2], count: 1 }), [
    `spec sum ${String(greatest - 2)}`,
    `spec from -${String(greatest)} to ${String(greatest)}`,
  ]),
  given("a thousand", widget({ numbers: Array<number>(1000).fill(2), count: 1 }), [
    "spec sum 2000",
    "spec from 2 to 2",
  ]),
  given("more than a thousand", widget({ numbers: Array<number>(1001).fill(2), count: 1 }), [
    "spec no sum",
    "spec from 2 to 2",
  ]),
  given("parts", widget({ count: 1, parts: [{ name: "a", size: 9 }, { name: "b" }, { name: "c" }] }), [
    "spec no sum",
    "spec sizes 11",
    "spec a large part",
  ]),
  given("no integer", widget({ numbers: [1, 2.5] }), ["spec/numbers/1 spec.numbers[] must be an integer"]),
  given("no safe integer", widget({ numbers: [9007199254740992] }), [
    "spec/numbers/0 spec.numbers[] must be an integer",
  ]),
  given("no list", widget({ numbers: 1 }), ["spec/numbers spec.numbers must be a list"]),
];

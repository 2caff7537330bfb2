import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec 0", "spec a nested none b", "spec plus none end", "spec -1 of 1000000"]),
  given("large", widget({ count: 9007199254740991, port: 2147483648, text: "x" }), [
    "spec x9007199254740991",
    "spec a nested none b",
    "spec plus x end",
    "spec 2147483648 of 1000000",
  ]),
  given("negative", widget({ count: -9007199254740991, port: "http", main: { name: "m" } }), [
    "spec -9007199254740991",
    "spec a nested m b",
    "spec plus none end",
    "spec http of 1000000",
  ]),
  given("exponent in the file", widget({ count: 1000000000000000.0 }), [
    "spec 1000000000000000",
    "spec a nested none b",
    "spec plus none end",
    "spec -1 of 1000000",
  ]),
];

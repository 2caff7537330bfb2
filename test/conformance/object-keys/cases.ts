import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["metadata none empty"]),
  given("empty", widget({}, { name: "w", labels: {} }), ["metadata none empty"]),
  given("null member", widget({}, { name: "w", labels: { a: null } }), ["metadata none empty"]),
  given("several", widget({}, { name: "w", labels: { ab: "x", team: "x", "1": "one" } }), [
    "metadata a key",
    "metadata three keys",
    "metadata x",
    "metadata none empty",
    "metadata 1 is one",
    "metadata team is x",
    "metadata has 1",
    "metadata has team",
  ]),
  given("empty table", widget({ table: { a: null } }), ["metadata none empty", "spec empty"]),
  given("inherited names", widget({}, { name: "w", labels: { constructor: "constructor" } }), [
    "metadata none empty",
    "metadata same",
    "metadata one besides team",
    "metadata constructor",
  ]),
  given("own names", widget({}, { name: "w", labels: { toString: "", b: "bad" } }), [
    "metadata bad",
    "metadata toString",
  ]),
  given("parts", widget({ table: { a: { name: "a" }, é: { name: "b", tags: ["x"] } } }), [
    "metadata none empty",
    "spec misnamed",
    "spec x in a table",
  ]),
  given("wrong shape", widget({}, { name: "w", labels: { a: 1 } }), [
    "metadata/labels/a metadata.labels[] must be a string",
  ]),
];

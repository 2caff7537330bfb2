import { given, widget, type Case } from "../case.js";

const lines = (head: string, tail: string, inner: string, all: string): readonly string[] => [
  `spec head <${head}> tail <${tail}>`,
  `spec inner <${inner}> all <${all}>`,
];

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no text", ...lines("no", "ne", "on", "none"), "spec from 1 <one> to it <n>"]),
  given("one", widget({ text: "a" }), ["spec length 1", ...lines("a", "a", "", "a"), "spec from 1 <> to it <a>"]),
  given("letters", widget({ text: "abcde" }), [
    ...["spec length 5", "spec long"],
    ...lines("ab", "de", "bcd", "abcde"),
    "spec from 1 <bcde> to it <a>",
  ]),
  given("surrogate pairs", widget({ text: "a😀b😀" }), [
    ...["spec length 4", "spec found"],
    ...lines("a😀", "b😀", "😀b", "a😀b😀"),
    "spec from 1 <😀b😀> to it <a>",
  ]),
  given("combining", widget({ text: "e\u0301" }), [
    "spec length 2",
    ...lines("e\u0301", "e\u0301", "", "e\u0301"),
    "spec from 1 <\u0301> to it <e>",
  ]),
  given("negative start", widget({ text: "abc", count: -2 }), [
    "spec length 3",
    ...lines("ab", "bc", "b", "abc"),
    "spec from -2 <bc> to it <a>",
  ]),
  given("far negative start", widget({ text: "abc", count: -9007199254740991 }), [
    "spec length 3",
    ...lines("ab", "bc", "b", "abc"),
    "spec from -9007199254740991 <abc> to it <>",
  ]),
  given("start beyond the end", widget({ text: "abc", count: 9007199254740991 }), [
    "spec length 3",
    ...lines("ab", "bc", "b", "abc"),
    "spec from 9007199254740991 <> to it <abc>",
  ]),
  given("zero", widget({ text: "abc", count: 0 }), [
    "spec length 3",
    ...lines("ab", "bc", "b", "abc"),
    "spec from 0 <abc> to it <>",
  ]),
  given("names", widget({ text: "ab", parts: [{ name: "😀😀😀" }, { name: "😀😀😀!" }] }), [
    "spec length 2",
    ...lines("ab", "ab", "", "ab"),
    "spec from 1 <b> to it <a>",
    "spec/parts/1/name long name",
  ]),
  given("text of a wrong type", widget({ text: ["a"] }), ["spec/text spec.text must be a string"]),
];

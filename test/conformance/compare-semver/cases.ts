import { given, widget, type Case } from "../case.js";

// The order is that of semver.org, section 11.
export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec unknown"]),
  given("empty", widget({ text: "" }), ["spec unknown", "spec no version"]),
  given("the version itself", widget({ text: "1.2.0-rc.1" }), ["spec order 0", "spec before 2"]),
  given("build metadata", widget({ text: "1.2.0-rc.1+5" }), ["spec order 0", "spec before 2"]),
  given("a release after its pre-release", widget({ text: "1.2.0" }), ["spec order 1", "spec before 2"]),
  given("a longer pre-release", widget({ text: "1.2.0-rc.1.0" }), ["spec order 1", "spec before 2"]),
  given("ten after two", widget({ text: "1.10.0" }), ["spec order 1", "spec before 2"]),
  given("a number before a word", widget({ text: "1.2.0-0" }), ["spec too old", "spec before 2"]),
  given("upper case before lower case", widget({ text: "1.2.0-RC.1" }), ["spec too old", "spec before 2"]),
  given("a pre-release of 2", widget({ text: "2.0.0-alpha" }), ["spec order 1", "spec before 2"]),
  given("2", widget({ text: "2.0.0" }), ["spec order 1"]),
  given("leading v", widget({ text: "v1.2.0" }), ["spec unknown", "spec no version"]),
  given("two numbers", widget({ text: "1.2" }), ["spec unknown", "spec no version"]),
  given("leading zero", widget({ text: "1.02.0" }), ["spec unknown", "spec no version"]),
  given("leading zero of an identifier", widget({ text: "1.2.0-01" }), ["spec unknown", "spec no version"]),
  given("empty identifier", widget({ text: "1.2.0-a..b" }), ["spec unknown", "spec no version"]),
  given("line break", widget({ text: "1.2.0\n" }), ["spec unknown", "spec no version"]),
  given("nineteen digits", widget({ text: "9999999999999999999.0.0" }), ["spec order 1"]),
  given("twenty digits", widget({ text: "10000000000000000000.0.0" }), ["spec unknown", "spec no version"]),
  given(
    "parts",
    widget({ text: "2.0.0", parts: [{ name: "2.0.0-a" }, { name: "2.0.1" }, { name: "3" }, { name: "10.0.0" }] }),
    ["spec order 1", "spec/parts/1 newer 2.0.1", "spec/parts/3 newer 10.0.0"],
  ),
  given("number", widget({ text: 1 }), ["spec/text spec.text must be a string"]),
];

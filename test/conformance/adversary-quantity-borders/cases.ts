import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec none none none", "spec constants", "spec order none"]),
  given("an exponent", widget({ memory: "1e3", text: "1k", tags: ["1e3", "-1k"] }), [
    "spec 1e3 1001 0",
    "spec constants",
    "spec order 0",
  ]),
  given("finer than a billionth", widget({ memory: "0.0000000001", tags: ["1n", "-1n", "1u"] }), [
    "spec 1n 1000000001n 1u",
    "spec constants",
    "spec order -1",
  ]),
  given("below zero", widget({ memory: "-1Ki", text: "-1024", tags: ["-1Ki", "1"] }), [
    "spec -1Ki -1023 -1023",
    "spec below a billionth",
    "spec constants",
    "spec order 0",
  ]),
  given("nine exa", widget({ memory: "9E", text: "8Ei", tags: ["9E", "1n"] }), [
    "spec 9E none none",
    "spec constants",
    "spec order -1",
  ]),
  given("ten exa", widget({ memory: "10E", text: "9Ei", tags: ["10E"] }), [
    "spec none none none",
    "spec beyond 8Ei",
    "spec constants",
    "spec order 1",
  ]),
  given("a binary suffix stops", widget({ memory: "16Ei", text: "8Ei", tags: [] }), [
    "spec none none 0",
    "spec constants",
    "spec order 0",
  ]),
  given("one in other words", widget({ memory: 1, text: "+1.000", tags: ["1000m", "1."] }), [
    "spec 1 2 2",
    "spec one",
    "spec constants",
    "spec order 0",
  ]),
  given("zero with a sign", widget({ memory: "-0.0", text: "0Ki", tags: ["-0", "0e5"] }), [
    "spec 0 1 0",
    "spec zero",
    "spec below a billionth",
    "spec constants",
    "spec order 0",
  ]),
  given("spaces around, which the API server trims", widget({ memory: " 1 ", text: "1", tags: ["1", ""] }), [
    "spec 1 2 none",
    "spec one",
    "spec constants",
    "spec order 0",
  ]),
  given("a suffix alone, which the API server reads as zero", widget({ memory: "Ki", text: "0", tags: ["1", "Ki"] }), [
    "spec 0 1 1",
    "spec zero",
    "spec below a billionth",
    "spec constants",
    "spec order 0",
  ]),
  given("malformed", widget({ memory: "1 Gi", text: "1", tags: ["1", "1\n"] }), [
    "spec none none none",
    "spec constants",
    "spec order none",
  ]),
];

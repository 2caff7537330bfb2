import { given, widget, type Case } from "../case.js";

// As ParseGeneric of k8s.io/apimachinery/pkg/util/version reads them.
export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec unknown"]),
  given("of a distribution", widget({ text: "v1.30.2-gke.100" }), ["spec order -1"]),
  given("the same", widget({ text: "1.31" }), ["spec order 0"]),
  given("with zeros", widget({ text: "v1.31.0.0" }), ["spec order 0"]),
  given("a pre-release counts as its release", widget({ text: "1.31.0-alpha.1" }), ["spec order 0"]),
  given("a patch", widget({ text: "1.31.1" }), ["spec order 1"]),
  given("nine before thirty-one", widget({ text: "1.9" }), ["spec order -1"]),
  given("leading zero of the minor", widget({ text: "1.031" }), ["spec order 0"]),
  given("leading zero of the major", widget({ text: "01.31" }), ["spec unknown"]),
  given("major alone", widget({ text: "v1" }), ["spec unknown"]),
  given("two dots", widget({ text: "1..31" }), ["spec unknown"]),
  given("a dot at the end", widget({ text: "1.31." }), ["spec order 0"]),
  given("a word for a number", widget({ text: "1.31.x" }), ["spec order 0"]),
  given("space in front", widget({ text: "\t v1.31" }), ["spec order 0"]),
  given("another space in front", widget({ text: "\u00a01.31" }), ["spec unknown"]),
  given("line break", widget({ text: "1.31\n" }), ["spec unknown"]),
  given("nineteen digits", widget({ text: "1.9999999999999999999" }), ["spec order 1"]),
  given("twenty digits", widget({ text: "1.10000000000000000000" }), ["spec unknown"]),
  given("empty", widget({ text: "" }), ["spec unknown"]),
  given("of the document", widget({ text: "1.31", tags: ["1.32", "v1.31.9"] }), ["spec order 0", "spec skewed"]),
  given("one absent", widget({ text: "1.31", tags: ["1.32"] }), ["spec order 0"]),
  given("number", widget({ text: 1.31 }), ["spec/text spec.text must be a string"]),
];

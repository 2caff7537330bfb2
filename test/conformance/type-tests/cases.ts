import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec absent", "spec no number", "spec none"]),
  given("low", widget({ port: 80 }), ["spec low", "spec number 81"]),
  given("boundary", widget({ port: 1024 }), ["spec number 1025"]),
  given("text", widget({ port: "http" }), ["spec h", "spec no number", "spec text http"]),
  given("digits are text", widget({ port: "80" }), ["spec no number", "spec text 80"]),
  given("empty", widget({ port: "" }), ["spec no number", "spec text"]),
  given("null", widget({ port: null, free: null }), ["spec absent", "spec no number", "spec none"]),
  given("free text", widget({ free: "éx" }), ["spec absent", "spec no number", "spec none", "spec free éx"]),
  given("free boolean", widget({ free: true }), ["spec absent", "spec no number", "spec none", "spec free"]),
  given("free object", widget({ free: { x: "x" } }), ["spec absent", "spec no number", "spec none"]),
  given("free list", widget({ free: ["x"] }), ["spec absent", "spec no number", "spec none"]),
  given("free number", widget({ free: 1.5 }), ["spec absent", "spec no number", "spec none"]),
  given("in a loop", widget({ parts: [{ name: "a", port: 1 }, { name: "b", port: "1" }, { name: "c" }] }), [
    "spec absent",
    "spec no number",
    "spec none",
    "spec/parts/0 number",
    "spec/parts/1 text",
    "spec/parts/2 neither",
  ]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({ parts: [{ name: "a" }] }), ["spec 80 by default", "spec shared"]),
  given("number", widget({ port: 80, parts: [{ name: "a", port: "80" }] }), ["spec number 80", "spec 80 by default"]),
  given("text", widget({ port: "80", parts: [{ name: "a", port: "80" }] }), ["spec text 80", "spec shared"]),
  given("name", widget({ port: "http" }), ["spec is http"]),
  given("443", widget({ port: 443 }), ["spec is 443"]),
  given("fraction", widget({ port: 0.5 }), ["spec/port spec.port must be an integer or a string"]),
  given("boolean", widget({ port: true }), ["spec/port spec.port must be an integer or a string"]),
];

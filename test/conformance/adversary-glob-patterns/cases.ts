import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("empty", widget({}), ["spec pattern", "spec pattern *", "spec pattern **", "spec itself"]),
  given("a", widget({ text: "a" }), ["spec pattern *", "spec pattern **", "spec itself", "spec one character"]),
  given("aa", widget({ text: "aa" }), ["spec pattern *", "spec pattern **", "spec pattern a*a", "spec itself"]),
  given("a.c", widget({ text: "a.c" }), [
    "spec pattern *",
    "spec pattern **",
    "spec pattern a?c",
    "spec pattern a.c",
    "spec itself",
  ]),
  given("back and forth", widget({ text: "xaabab" }), [
    "spec pattern *",
    "spec pattern **",
    "spec pattern *a*b*",
    "spec itself",
  ]),
  given("what means something elsewhere", widget({ text: "[ab]" }), [
    "spec pattern *",
    "spec pattern **",
    "spec pattern *a*b*",
    "spec pattern [ab]",
    "spec itself",
  ]),
  given("beyond U+FFFF", widget({ text: "😀\n" }), [
    "spec pattern *",
    "spec pattern **",
    "spec pattern 😀*",
    "spec itself",
  ]),
];

import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec malformed"]),
  given("short", widget({ text: "nginx" }), ["spec docker.io library/nginx untagged", "spec nginx"]),
  given(
    "full",
    widget({ text: "registry:5000/a/b:1.2@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }),
    ["spec registry:5000 a/b 1.2", "spec pinned"],
  ),
  given("upper case", widget({ text: "Nginx" }), ["spec malformed"]),
  given("empty", widget({ text: "" }), ["spec malformed"]),
  given("space", widget({ text: "nginx " }), ["spec malformed"]),
];

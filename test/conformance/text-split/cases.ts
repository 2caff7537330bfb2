import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec name  no tag", "spec empty part", "spec []", "spec last", "spec ab", "spec 0"]),
  given("tag", widget({ text: "nginx:1:2", count: -7 }), [
    "spec name nginx 1",
    "spec [nginx:1:2]",
    "spec last nginx:1:2",
    "spec anginx:1:2b",
    "spec -7",
  ]),
  given("empty tag", widget({ text: "n:" }), ["spec name n", "spec [n:]", "spec last n:", "spec an:b", "spec 0"]),
  given("deep", widget({ text: "a//b" }), [
    "spec name a//b no tag",
    "spec deep",
    "spec [a//b]",
    "spec last b",
    "spec aa//bb",
    "spec 0",
  ]),
  given("overlap", widget({ text: "x---y" }), [
    "spec name x---y no tag",
    "spec [x---y]",
    "spec last x---y",
    "spec ax---yb",
    "spec 0",
  ]),
  given("unicode", widget({ text: "😀éx, é" }), [
    "spec name 😀éx, é no tag",
    "spec [😀éx][é]",
    "spec last 😀éx, é",
    "spec a😀éx, éb",
    "spec 0",
  ]),
];

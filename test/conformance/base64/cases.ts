import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no text"]),
  given("empty", widget({ text: "" }), ["spec <>"]),
  given("two paddings", widget({ text: "QQ==" }), ["spec <A>"]),
  given("one padding", widget({ text: "QUI=" }), ["spec <AB>"]),
  given("no padding needed", widget({ text: "QUJD" }), ["spec <ABC>"]),
  given("padding missing", widget({ text: "QQ" }), ["spec no text"]),
  given("padding too long", widget({ text: "QUJD====" }), ["spec no text"]),
  given("bits too many", widget({ text: "QR==" }), ["spec <A>"]),
  given("line breaks", widget({ text: "QU\nJD\r\n" }), ["spec <ABC>"]),
  given("space", widget({ text: "QU JD" }), ["spec no text"]),
  given("URL-safe alphabet", widget({ text: "-_-_" }), ["spec no text"]),
  given("two, three and four octets", widget({ text: "w6nigqzwn5iA" }), ["spec <é€😀>"]),
  given("half of a character", widget({ text: "w6niggo=" }), ["spec no text"]),
  given("overlong", widget({ text: "wIA=" }), ["spec no text"]),
  given("surrogate", widget({ text: "7aCA" }), ["spec no text"]),
  given("beyond Unicode", widget({ text: "9JCAgA==" }), ["spec no text"]),
  given("what looks like a query", widget({ text: "YSZiPWMlNDErKw==" }), ["spec <a&b=c%41++>"]),
  given("key", widget({ text: "QUtJQTEyMw==" }), ["spec <AKIA123>", "spec access key"]),
  given("names", widget({ parts: [{ name: "cGFzc3dvcmQ=" }, { name: "password" }] }), [
    "spec no text",
    "spec/parts/0/name password",
  ]),
];

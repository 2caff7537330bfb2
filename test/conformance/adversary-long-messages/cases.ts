import { type Case, given, widget } from "../case.js";

const long = "x".repeat(399);
const wide = "😀".repeat(300);
export const cases: readonly Case[] = [
  given("one less", widget({ text: long }), [`spec ${long}x`, `spec/text <${long}`, "spec the end"]),
  given("a space where the cut is", widget({ text: `${"x".repeat(398)} y` }), [
    `spec ${"x".repeat(398)} y`,
    `spec/text <${"x".repeat(398)} `,
    "spec the end",
  ]),
  given("beyond U+FFFF", widget({ text: wide, tags: ["a", "b"] }), [
    `spec ${"😀".repeat(400)}`,
    `spec/text <${wide}>`,
    `spec/tags a${wide}`,
    `spec/tags b${wide}`,
    "spec the end",
  ]),
  given("the widest text", widget({ text: "😀".repeat(400) }), [
    `spec ${"😀".repeat(400)}`,
    `spec/text <${"😀".repeat(399)}`,
    "spec the end",
  ]),
];

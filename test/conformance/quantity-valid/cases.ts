import { given, widget, type Case } from "../case.js";

const text = (name: string, of: string, isQuantity: boolean): Case =>
  given(name, widget({ text: of }), ["spec constants", ...(isQuantity ? ["spec/text text is a quantity"] : [])]);

export const cases: readonly Case[] = [
  given("absent", widget({}), ["spec no text", "spec constants"]),
  given("memory", widget({ memory: "1Gi" }), ["spec no text", "spec constants"]),
  given("number", widget({ memory: 0.5 }), ["spec no text", "spec constants"]),
  given("number out of range", widget({ memory: 1e60 }), [
    "spec no text",
    "spec constants",
    "spec/memory memory is no quantity",
  ]),
  given("malformed", widget({ memory: "much" }), [
    "spec no text",
    "spec constants",
    "spec/memory memory is no quantity",
  ]),
  given("empty", widget({ memory: "" }), ["spec no text", "spec constants", "spec/memory memory is no quantity"]),
  text("nano", "1n", true),
  text("exponent", "1E-3", true),
  text("exa and no exponent", "1E", true),
  text("signed", "+.5", true),
  text("no digits", "m", true),
  text("no digits with a large suffix", "Pi", false),
  text("spaces at the ends", " 1Gi\u00a0", true),
  text("tab at an end", "\t1Gi", false),
  text("kilo in upper case", "1K", false),
  text("two suffixes", "1e3k", false),
  text("40 digits", "9".repeat(40), true),
  text("41 digits", "9".repeat(41), false),
  text("18 decimals", `0.${"9".repeat(18)}`, true),
  text("19 decimals", `0.${"9".repeat(19)}`, false),
  text("exponent 41", "1e41", false),
  text("201 characters", "0".repeat(201), false),
  text("other digits", "１", false),
];

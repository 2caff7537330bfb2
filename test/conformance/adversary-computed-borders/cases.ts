import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("at the limit", widget({ count: 562949953421312, numbers: [-562949953421312] }), [
    "spec 562949953421313 1688849860263934",
  ]),
  given("at both ends", widget({ count: -562949953421312, numbers: [562949953421312] }), [
    "spec -562949953421311 -1688849860263938",
  ]),
  given("beyond the limit", widget({ count: 562949953421313 }), [
    "spec/count spec.count must be an integer between -562949953421312 and 562949953421312",
  ]),
  given("an element beyond it", widget({ numbers: [1, -562949953421313] }), [
    "spec/numbers/1 spec.numbers[] must be an integer between -562949953421312 and 562949953421312",
  ]),
];

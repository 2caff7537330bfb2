import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given("nothing", widget({}), ["spec order none"]),
  given(
    "a release",
    widget({
      text: "1.0.0",
      tags: ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0", "1.0.0+b", "1.0.0-rc.1+b", "0.99.99", "1.0.1-a"],
    }),
    [
      "spec order 1",
      "spec 1.0.0-alpha is before",
      "spec 1.0.0-alpha.1 is before",
      "spec 1.0.0-0 is before",
      "spec 1.0.0-rc.1+b is before",
      "spec 0.99.99 is before",
      "spec equal to itself",
    ],
  ),
  given(
    "numbers and texts",
    widget({
      text: "1.0.0-rc.10",
      tags: ["1.0.0-rc.9", "1.0.0-rc.a", "1.0.0-rc", "1.0.0-rc.10.0", "1.0.0-RC.10", "1.0.0-11"],
    }),
    [
      "spec order 1",
      "spec 1.0.0-rc.9 is before",
      "spec 1.0.0-rc is before",
      "spec 1.0.0-RC.10 is before",
      "spec 1.0.0-11 is before",
      "spec equal to itself",
    ],
  ),
  given(
    "no versions",
    widget({ text: "v1.0.0", tags: ["1.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+", "1.0.0-é", "", " 1.0.0"] }),
    [
      "spec order none",
      "spec 1.0 is none",
      "spec 01.0.0 is none",
      "spec 1.0.0- is none",
      "spec 1.0.0-01 is none",
      "spec 1.0.0+ is none",
      "spec 1.0.0-é is none",
      "spec is none",
      "spec 1.0.0 is none",
    ],
  ),
];

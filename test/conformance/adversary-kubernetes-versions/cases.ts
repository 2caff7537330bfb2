import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given(
    "versions",
    widget({
      tags: ["v1.30", "1.30", "v1.30.0", "v1.30.1", "v1.9.9", "v1.31.0-alpha.0", "v1.30.2-eks-a1b2", "v1.30+"],
    }),
    [
      "spec 1.30 0",
      "spec v1.30 0",
      "spec v1.30+ 0",
      "spec v1.30.0 0",
      "spec v1.30.1 1",
      "spec v1.30.2-eks-a1b2 1",
      "spec v1.31.0-alpha.0 1",
      "spec v1.9.9 -1",
    ],
  ),
  given(
    "hardly any",
    widget({ tags: ["1", "v1", "", "v1.x", "1.30.1.2", "01.30", "-1.30", "v1.99999999999999999999"] }),
    [
      "spec -1.30 none",
      "spec 01.30 none",
      "spec 1 none",
      "spec 1.30.1.2 1",
      "spec none",
      "spec v1 none",
      "spec v1.99999999999999999999 none",
      "spec v1.x none",
    ],
  ),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given(
    "parts",
    widget({
      tags: [
        "https://A.Example:443/x?y#z",
        "http://u:p@h",
        "http://h@i@j/",
        "http://[::1]:80/",
        "https://h",
        "HTTPS://h",
      ],
    }),
    [
      "spec HTTPS://h <h>",
      "spec http://[::1]:80/ <::1>",
      "spec http://h@i@j/ <none>",
      "spec http://u:p@h <h>",
      "spec https://A.Example:443/x?y#z <a.example>",
      "spec https://h <h>",
    ],
  ),
  given(
    "none",
    widget({
      tags: ["h/x", "//h", "https:///x", "https://", "http://h\\@i", "http://h i", "mailto:a@b", "", "http://é"],
    }),
    [
      "spec //h <none>",
      "spec <none>",
      "spec h/x <none>",
      "spec http://h i <none>",
      "spec http://h\\@i <none>",
      "spec http://é <none>",
      "spec https:// <none>",
      "spec https:///x <none>",
      "spec mailto:a@b <none>",
    ],
  ),
];

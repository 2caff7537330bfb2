import { type Case, given, widget } from "../case.js";

const digest = `sha256:${"0".repeat(64)}`;
export const cases: readonly Case[] = [
  given(
    "ports and hosts",
    widget({ tags: ["localhost:5000/a", "localhost/a", "a/b", "a.b/c", "a:5000/b:v1", "a:5000"] }),
    [
      "spec a.b/c - -",
      "spec a:5000/b v1 -",
      "spec docker.io/a/b - -",
      "spec docker.io/library/a 5000 -",
      "spec local",
      "spec localhost/a - -",
      "spec localhost:5000/a - -",
    ],
  ),
  given(
    "malformed",
    widget({ tags: ["A/b", "a/B", "a:", "a:é", "/a", "a/", "a//b", "http://a/b", " a", "a@sha256:0", ""] }),
    [
      "spec /a is malformed",
      "spec A/b - -",
      "spec a is malformed",
      "spec a/ is malformed",
      "spec a//b is malformed",
      "spec a/B is malformed",
      "spec a: is malformed",
      "spec a:é is malformed",
      "spec a@sha256:0 is malformed",
      "spec http://a/b is malformed",
      "spec is malformed",
    ],
  ),
  given("pinned", widget({ tags: [`a@${digest}`, `a:v@${digest}`, `a@${digest.toUpperCase()}`] }), [
    "spec docker.io/library/a - pinned",
    "spec docker.io/library/a v pinned",
    `spec a@SHA256:${"0".repeat(64)} is malformed`,
  ]),
];

import { type Case, given, widget } from "../case.js";

export const cases: readonly Case[] = [
  given(
    "resources",
    widget({ tags: ["*", "pods/exec", "*/exec", "pods/*", "pods", "*/*", "PODS/EXEC", "pods/exec/x", "/exec"] }),
    [
      "spec * covers all",
      "spec * covers exec",
      "spec * covers health",
      "spec * covers nothing",
      "spec */exec covers exec",
      "spec pods/exec covers exec",
    ],
  ),
  given("addresses", widget({ tags: ["/*", "/healthz*", "/healthz/*", "/healthz", "/*/x", "", "/healthz/**"] }), [
    "spec /* covers health",
    "spec /healthz* covers health",
    "spec /healthz/* covers health",
    "spec /healthz/** covers health",
    "spec covers nothing",
  ]),
];

import { type Case, given } from "../case.js";

const networkPolicy = (metadata: object, ...to: readonly object[]) =>
  ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "n", ...metadata },
    spec: { podSelector: {}, egress: [{ to }] },
  }) as never;
const requirement = (key: string, operator: string, ...values: readonly string[]) => ({
  matchExpressions: [{ key, operator, values }],
});
export const cases: readonly Case[] = [
  given(
    "keys that every object has",
    networkPolicy(
      { labels: { constructor: "a" } },
      { podSelector: { matchLabels: { constructor: "a" } } },
      { podSelector: requirement("toString", "DoesNotExist") },
      { podSelector: requirement("constructor", "NotIn", "a") },
      { podSelector: requirement("valueOf", "NotIn", "a") },
    ),
    [
      "spec/egress/0/to/0/podSelector selected",
      "spec/egress/0/to/1/podSelector selected",
      "spec/egress/0/to/3/podSelector selected",
      "metadata labels hold the annotations",
    ],
  ),
  given(
    "absent and empty",
    networkPolicy(
      { annotations: { a: "" } },
      { podSelector: {}, namespaceSelector: { matchLabels: { a: "" } } },
      { podSelector: { matchLabels: { a: "" } } },
      { namespaceSelector: requirement("a", "In", "") },
      { ipBlock: { cidr: "10.0.0.0/8" } },
    ),
    [
      "spec/egress/0/to/0/podSelector selected",
      "spec/egress/0/to/0/namespaceSelector annotated",
      "spec/egress/0/to/2/namespaceSelector annotated",
    ],
  ),
  given(
    "both kinds of requirement",
    networkPolicy(
      { labels: { a: "b", c: "d" } },
      { podSelector: { matchLabels: { a: "b" }, ...requirement("c", "In", "x", "d") } },
      { podSelector: { matchLabels: { a: "b" }, ...requirement("a", "NotIn", "b") } },
    ),
    ["spec/egress/0/to/0/podSelector selected", "metadata labels hold the annotations"],
  ),
];

import { given, type Case } from "../case.js";

const networkPolicy = (labels: object | undefined, ...from: readonly object[]) =>
  ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "n", ...(labels === undefined ? {} : { labels }) },
    spec: { podSelector: {}, ingress: [{ from }] },
  }) as never;

const web = { app: "web" };
const yes = ["spec/ingress/0/from/0 selected"];
const requirement = (operator: string, values?: readonly string[], key = "app") => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});
const of = (name: string, selector: object, labels: object | undefined, isSelected: boolean): Case =>
  given(name, networkPolicy(labels, { namespaceSelector: selector, podSelector: {} }), isSelected ? yes : []);

// As LabelSelectorAsSelector of k8s.io/apimachinery decides it; where that refuses a selector, it selects nothing.
export const cases: readonly Case[] = [
  of("empty", {}, web, true),
  of("empty, no labels", {}, undefined, true),
  of("empty lists", { matchLabels: {}, matchExpressions: [] }, undefined, true),
  of("label", { matchLabels: web }, web, true),
  of("label among others", { matchLabels: web }, { app: "web", tier: "x" }, true),
  of("another value", { matchLabels: web }, { app: "api" }, false),
  of("two labels", { matchLabels: { app: "web", tier: "x" } }, web, false),
  of("label, no labels", { matchLabels: web }, undefined, false),
  of("In", requirement("In", ["api", "web"]), web, true),
  of("In, another", requirement("In", ["api"]), web, false),
  of("In, absent", requirement("In", ["web"]), { tier: "x" }, false),
  of("In, without values", requirement("In"), web, false),
  of("NotIn", requirement("NotIn", ["api"]), web, true),
  of("NotIn, the same", requirement("NotIn", ["web"]), web, false),
  of("NotIn, absent", requirement("NotIn", ["web"]), undefined, true),
  of("NotIn, without values", requirement("NotIn", []), web, false),
  of("Exists", requirement("Exists"), { app: "" }, true),
  of("Exists, absent", requirement("Exists"), { tier: "x" }, false),
  of("Exists, with values", requirement("Exists", ["web"]), web, false),
  of("Exists, a name of every object", requirement("Exists", undefined, "constructor"), web, false),
  of("DoesNotExist", requirement("DoesNotExist"), { tier: "x" }, true),
  of("DoesNotExist, present", requirement("DoesNotExist"), web, false),
  of("DoesNotExist, with values", requirement("DoesNotExist", ["web"]), { tier: "x" }, false),
  of("unknown operator", requirement("Gt", ["1"]), { app: "2" }, false),
  of("operator in lower case", requirement("in", ["web"]), web, false),
  of("both", { matchLabels: web, ...requirement("Exists", undefined, "tier") }, { app: "web", tier: "x" }, true),
  of("one of both", { matchLabels: web, ...requirement("Exists", undefined, "tier") }, web, false),
  given(
    "without labels",
    networkPolicy(
      web,
      {},
      { podSelector: {} },
      { podSelector: { matchLabels: web } },
      { podSelector: requirement("DoesNotExist") },
    ),
    ["spec/ingress/0/from/0 not without labels", "spec/ingress/0/from/2 not without labels"],
  ),
  given("null", networkPolicy(web, { namespaceSelector: null, podSelector: {} }), []),
  given("a text for a list", networkPolicy(web, { namespaceSelector: { matchExpressions: "app" } }), [
    "spec/ingress/0/from/0/namespaceSelector/matchExpressions spec.ingress[].from[].namespaceSelector.matchExpressions must be a list",
  ]),
];

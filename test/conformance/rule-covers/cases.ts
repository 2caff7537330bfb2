import { given, role, type Case } from "../case.js";

const rule = (members: object, name = "r") => role({ metadata: { name }, rules: [members as never] });
const at = (...messages: readonly string[]): readonly string[] => [
  ...messages.map((message) => `rules/0 ${message}`),
  ". not all",
];
const core = { verbs: ["*"], apiGroups: [""] };

// As RuleAllows of the RBAC authorizer decides it.
export const cases: readonly Case[] = [
  given("no rules", role({}), [". not all"]),
  given("rules null", role({ rules: null }), [". not all"]),
  given("everything", rule({ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }), [
    ...["exec", "secrets", "secret a", "bind r"].map((message) => `rules/0 ${message}`),
  ]),
  given(
    "every verb by name",
    rule({ verbs: ["get", "list"], apiGroups: ["*"], resources: ["*"] }),
    at("secrets", "secret a"),
  ),
  given("pods cover no subresource", rule({ ...core, resources: ["pods", "pods/*"] }), at()),
  given("the subresource", rule({ ...core, resources: ["pods/exec"] }), at("exec")),
  given("the subresource of all", rule({ ...core, resources: ["*/exec"] }), at("exec")),
  given("another verb", rule({ ...core, verbs: ["get"], resources: ["pods/exec"] }), at()),
  given("another group", rule({ ...core, apiGroups: ["apps"], resources: ["*"] }), at()),
  given("no group", rule({ verbs: ["*"], resources: ["*"] }), at()),
  given("names", rule({ ...core, resources: ["secrets"], resourceNames: ["a"] }), at("secret a")),
  given("other names", rule({ ...core, resources: ["secrets"], resourceNames: ["b"] }), at()),
  given("the empty name", rule({ ...core, resources: ["secrets"], resourceNames: [""] }), at("secrets")),
  given("names empty", rule({ ...core, resources: ["secrets"], resourceNames: [] }), at("secrets", "secret a")),
  given("names null", rule({ ...core, resources: ["secrets"], resourceNames: null }), at("secrets", "secret a")),
  given("verb star of the core", rule({ ...core, resources: ["*"] }), at("exec", "secrets", "secret a")),
  given("a path", rule({ verbs: ["get"], nonResourceURLs: ["/healthz/*"] }), at("health")),
  given("a path itself", rule({ verbs: ["get"], nonResourceURLs: ["/healthz/etcd"] }), at("health")),
  given("another path", rule({ verbs: ["get"], nonResourceURLs: ["/healthz", "/livez/*"] }), at()),
  given("every path", rule({ verbs: ["*"], nonResourceURLs: ["*"] }), at("health")),
  given("no verbs", rule({ verbs: [], apiGroups: ["*"], resources: ["*"], nonResourceURLs: ["*"] }), at()),
  given(
    "the name of the document",
    rule({ verbs: ["bind"], apiGroups: ["rbac.authorization.k8s.io"], resources: ["*/x", "roles"] }, "roles"),
    at("bind roles"),
  ),
  given(
    "a subresource from the document",
    rule({ verbs: ["bind"], apiGroups: ["rbac.authorization.k8s.io"], resources: ["*/x"] }, "roles/x"),
    at("bind roles/x"),
  ),
  given("verbs absent", rule({ apiGroups: ["*"], resources: ["*"], nonResourceURLs: ["*"] }), at()),
  given("a text for a list", rule({ ...core, resources: "*" }), ["rules/0/resources rules[].resources must be a list"]),
];

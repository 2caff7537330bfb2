import { type Case, given, pod } from "../case.js";

const controller = (spec: Parameters<typeof pod>[0]) => ({
  apiVersion: "v1",
  kind: "ReplicationController",
  metadata: { name: "r" },
  spec,
});
const template = { metadata: { labels: { app: "a" } }, spec: { serviceAccountName: "a", containers: [{ name: "c" }] } };

export const cases: readonly Case[] = [
  given("complete", controller({ template }), []),
  given("no template", controller({}), ["spec/template spec.template must be an object"]),
  given("no spec", { apiVersion: "v1", kind: "ReplicationController", metadata: { name: "r" } }, [
    "spec spec must be an object",
  ]),
  given("a Pod without a spec", { apiVersion: "v1", kind: "Pod", metadata: { name: "p" } }, [
    "spec spec must be an object",
  ]),
  given("a bare Pod", pod({ containers: [{ name: "c", restartPolicyRules: [{ action: "Restart" }] }] }), [
    "metadata/labels no label",
    "spec/containers/0/restartPolicyRules/0/action rule Restart",
    "spec/serviceAccountName no service account",
  ]),
  given(
    "an action that the API server drops",
    pod(
      { serviceAccountName: "a", containers: [{ name: "c", restartPolicyRules: [{ action: "" }] }] },
      { labels: { app: "a" } },
    ),
    ["spec/containers/0/restartPolicyRules/0/action rule"],
  ),
  given("a rule without its action", pod({ containers: [{ name: "c", restartPolicyRules: [{}] }] }), [
    "spec/containers/0/restartPolicyRules/0/action spec.containers[].restartPolicyRules[].action must be a string",
  ]),
];

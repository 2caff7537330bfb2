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
  given("a bare Pod", pod({ containers: [] }), [
    "metadata/labels no label",
    "spec/containers no containers",
    "spec/serviceAccountName no service account",
  ]),
  given("null for the containers", pod({ containers: null }), ["spec/containers spec.containers must be a list"]),
];

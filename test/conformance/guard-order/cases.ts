import { deployment, given, pod, type Case } from "../case.js";

const spec = { containers: [] };

export const cases: readonly Case[] = [
  given("neither", pod(spec), []),
  given("both are the same object", pod(spec, { labels: { a: "b" } }), [". labelled", ". labelled inside"]),
  given("outside", { ...deployment({ hostNetwork: "x" }), metadata: { labels: { a: 1 } } }, [
    "metadata/labels/a metadata.labels[] must be a string",
  ]),
  given("inside", deployment({ hostNetwork: "x" }), [
    "spec/template/spec/hostNetwork spec.template.spec.hostNetwork must be a boolean",
  ]),
  given("before the way to the Pod", { apiVersion: "apps/v1", kind: "Deployment", metadata: 1, spec: 2 }, [
    "metadata metadata must be an object",
  ]),
  given("on the way to the Pod", { apiVersion: "apps/v1", kind: "Deployment", metadata: {}, spec: 2 }, [
    "spec spec must be an object",
  ]),
  given("in a Pod", pod({ hostNetwork: 1 }, { labels: [] }), ["metadata/labels metadata.labels must be an object"]),
];

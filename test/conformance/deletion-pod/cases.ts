import { cronJob, deleted, deployment, given, pod, updated, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("created", pod({ containers: [{ name: "a" }] }), [". new"]),
  given("created deployment", deployment({ containers: [{ name: "a" }] }), ["spec/template new"]),
  updated("updated", pod({ containers: [{ name: "a" }] }), pod({ containers: [{ name: "a" }] }), []),
  deleted("deleted", pod({ containers: [{ name: "a" }], initContainers: [{ name: "b" }] }), [
    "spec/containers/0 a goes",
    "spec/initContainers/0 b goes",
  ]),
  deleted("deleted deployment", deployment({ containers: [{ name: "a" }] }), [
    "spec/template/spec/containers/0 a goes",
  ]),
  deleted("deleted job", cronJob({ containers: [] }), []),
  deleted("deleted and broken", cronJob({ containers: {} }), [
    "spec/jobTemplate/spec/template/spec/containers spec.jobTemplate.spec.template.spec.containers must be a list",
  ]),
  updated("broken before", cronJob({ containers: {} }), cronJob({ containers: [] }), [
    ". oldObject.spec.jobTemplate.spec.template.spec.containers must be a list",
  ]),
  updated(
    "no template before",
    { apiVersion: "apps/v1", kind: "Deployment", spec: 1 },
    deployment({ containers: [] }),
    [". oldObject.spec must be an object"],
  ),
];

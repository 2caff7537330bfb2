import { cronJob, deployment, given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("pod", pod({ containers: [{ name: "a" }] }), [". 1 in Pod", ". v1", "spec/containers/0 first a"]),
  given("deployment", deployment({ initContainers: [{ name: "i" }], containers: [] }), [
    "spec/template 1 in Deployment",
    ". apps/v1",
    "spec/template/metadata/labels/app labelled",
    "spec/template/spec/initContainers/0 first i",
  ]),
  given("two lists", pod({ containers: [{ name: "a" }], initContainers: [{ name: "i" }] }, { labels: { app: "x" } }), [
    ". 2 in Pod",
    ". v1",
    "metadata/labels/app labelled",
    "spec/containers/0 first a",
    "spec second i",
  ]),
  given("cron job without a Pod", cronJob(null), [
    "spec/jobTemplate/spec/template/spec spec.jobTemplate.spec.template.spec must be an object",
  ]),
];

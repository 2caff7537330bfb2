import { cronJob, deployment, given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("none", pod({ containers: [] }), []),
  given(
    "privileged",
    pod({
      containers: [{ name: "a", securityContext: { privileged: true } }, { name: "b" }],
      initContainers: [{ name: "i", securityContext: { privileged: true } }],
      ephemeralContainers: [{ name: "e", securityContext: { privileged: true } }],
    }),
    [
      "spec/containers/0/securityContext/privileged a",
      "spec/initContainers/0/securityContext/privileged i",
      "spec/ephemeralContainers/0/securityContext/privileged e",
    ],
  ),
  given("deployment", deployment({ containers: [{ name: "a", securityContext: { privileged: true } }] }), [
    "spec/template/spec/containers/0/securityContext/privileged a",
  ]),
  given("cron job", cronJob({ containers: [{ name: "a", securityContext: { privileged: true } }] }), [
    "spec/jobTemplate/spec/template/spec/containers/0/securityContext/privileged a",
  ]),
  given("not a list", pod({ containers: "a" }), ["spec/containers spec.containers must be a list"]),
  given("no name", deployment({ containers: [{}] }), [
    "spec/template/spec/containers/0/name spec.template.spec.containers[].name must be a string",
  ]),
];

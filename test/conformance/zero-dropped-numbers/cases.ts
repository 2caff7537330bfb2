import { given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("zero", pod({ containers: [{ name: "a", ports: [{ containerPort: 1, hostPort: 0, name: "" }] }] }), [
    "spec/containers/0 no name",
  ]),
  given("there", pod({ containers: [{ name: "a", ports: [{ containerPort: 1, hostPort: 80, name: "n" }] }] }), [
    "spec/containers/0 80",
  ]),
  given("negative", pod({ containers: [{ name: "a", ports: [{ containerPort: 1, hostPort: -1 }] }] }), [
    "spec/containers/0 -1",
    "spec/containers/0 below one",
    "spec/containers/0 no name",
  ]),
];

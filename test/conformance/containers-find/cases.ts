import { deployment, given, pod, type Case } from "../case.js";

export const cases: readonly Case[] = [
  given("none", pod({ containers: [{ name: "a" }] }), []),
  given(
    "init container",
    pod({ containers: [{ name: "a", image: "x:1" }], initContainers: [{ name: "i", image: "x:latest" }] }),
    ["spec/initContainers/0/image i is latest"],
  ),
  given(
    "ports",
    deployment({
      containers: [
        { name: "a", tty: true, ports: [{ containerPort: 1 }] },
        { name: "b", stdin: true, tty: true, ports: [{ containerPort: 2 }, { containerPort: 3 }] },
      ],
    }),
    ["spec/template/spec/containers/1/ports/0 2", "spec/template/spec/containers/1/ports/1 3"],
  ),
];

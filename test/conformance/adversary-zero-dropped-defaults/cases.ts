import { type Case, given, pod } from "../case.js";

export const cases: readonly Case[] = [
  given("absent", pod({ containers: [{ name: "a", ports: [{ containerPort: 1 }] }] }), [
    "spec network",
    "spec processes",
    "spec memory",
    "spec 0 volumes",
    "spec a reads",
    "spec a 1 unnamed",
  ]),
  given(
    "at zero",
    pod({
      hostNetwork: false,
      hostPID: false,
      hostIPC: false,
      volumes: [],
      containers: [{ name: "a", stdin: false, ports: [{ containerPort: 1, hostPort: 0, name: "" }] }],
    }),
    ["spec network", "spec processes", "spec memory", "spec 0 volumes", "spec a reads", "spec a 1 unnamed"],
  ),
  given(
    "set",
    pod({
      hostNetwork: true,
      hostPID: true,
      hostIPC: true,
      containers: [{ name: "a", stdin: true, ports: [{ containerPort: 1, hostPort: 2, name: "p" }] }],
    }),
    ["spec network", "spec processes", "spec memory", "spec 0 volumes", "spec a reads", "spec a 2 p"],
  ),
];

import { policy, workloads } from "@writ/sdk";

export const eachOptionalList = policy({
  id: "each-optional-list",
  title: "T",
  severity: "low",
  match: workloads(),
  each: (pod) => pod.spec.volumes,
  deny: (volume) => volume.hostPath !== undefined,
  message: ({ name, hostPath }) => `${name} mounts ${hostPath?.path ?? ""}`,
  at: ["hostPath", "path"],
});

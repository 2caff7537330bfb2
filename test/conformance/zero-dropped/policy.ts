import { policy, workloads } from "@writ/sdk";

export const zeroDropped = policy({
  id: "zero-dropped",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    if (pod.spec.hostNetwork === undefined) report(pod, "no hostNetwork");
    if (pod.spec.hostNetwork !== true) report(pod, "hostNetwork is not true");
    if (!pod.spec.hostPID) report(pod, "not hostPID");
    if ((pod.spec.hostname ?? "none") === "none") report(pod, "no hostname");
    if (pod.spec.volumes === undefined) report(pod, "no volumes");
    if (pod.spec.nodeSelector === undefined) report(pod, "no selector");
    if (pod.spec.hostNetwork === pod.spec.hostPID) report(pod, "same");
    if (pod.spec.volumes?.every((volume) => volume.name === "a")) report(pod, "every volume");
  },
});

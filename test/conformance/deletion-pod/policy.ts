import { policy, workloads } from "@writ/sdk";

export const deletionPod = policy({
  id: "deletion-pod",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report, operation, oldObject }) {
    if (oldObject === undefined) report(pod, "new");
    if (operation === "UPDATE") return;
    for (const container of pod.containers) {
      const same = oldObject?.containers.some((old) => old.name === container.name);
      if (same === true) report(container, `${container.name} goes`);
    }
  },
});

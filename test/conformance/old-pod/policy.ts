import { policy, workloads } from "@writ/sdk";

export const oldPod = policy({
  id: "old-pod",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report, oldObject }) {
    for (const container of pod.containers) {
      const before = oldObject?.containers.find((old) => old.name === container.name);
      if (before === undefined) report(container, "new");
      else if (before.image !== container.image) report(container, `was ${before.image ?? "absent"}`, ["image"]);
    }
  },
});

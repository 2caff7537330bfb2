import { policy, workloads } from "@writ/sdk";

export const eachFiltered = policy({
  id: "each-filtered",
  title: "T",
  severity: "low",
  match: workloads(),
  each(pod) {
    const open = pod.containers.filter((container) => container.stdin);
    return open;
  },
  deny: (container) => container.tty,
  message: "m",
});

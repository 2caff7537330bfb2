import { policy, workloads } from "@writ/sdk";

export const zeroDroppedNumbers = policy({
  id: "zero-dropped-numbers",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    for (const container of pod.containers) {
      for (const port of container.ports ?? []) {
        if (port.hostPort !== undefined) report(container, `${port.hostPort}`);
        if ((port.hostPort ?? 1) < 1) report(container, "below one");
        if (port.name === undefined) report(container, "no name");
      }
    }
  },
});

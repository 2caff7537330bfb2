import { policy, workloads } from "@writ/sdk";

export const containersFind = policy({
  id: "containers-find",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    const found = pod.containers.find((container) => container.image?.endsWith(":latest"));
    if (found !== undefined) report(found, `${found.name} is latest`, ["image"]);
    for (const port of pod.containers.filter((container) => container.stdin).find((container) => container.tty)
      ?.ports ?? [])
      report(port, `${port.containerPort}`);
  },
});

import { compareQuantities, policy, quantity, sumQuantities, workloads } from "@writ/sdk";

export const quantitySumOfPod = policy({
  id: "quantity-sum-of-pod",
  title: "T",
  severity: "low",
  match: workloads(),
  params: { limit: quantity("2Gi") },
  check(pod, { report, params }) {
    const total = sumQuantities(pod.containers.map((one) => one.resources?.limits?.["memory"] ?? "0"));
    if (total === undefined) report(pod, "memory cannot be added up");
    else if (compareQuantities(total, params.limit) === 1) report(pod, `memory is ${total} in all`);
  },
});

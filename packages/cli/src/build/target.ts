import type { KubernetesTarget } from "../adapters/compiler.js";

/** What `writ build` can write. */
export const targets = ["opa", "wasm", "kyverno", "kyverno-legacy", "vap"] as const;
export type Target = (typeof targets)[number];

/** Whether a target is made from Rego, and so needs OPA's compiler; the others are objects for a cluster. */
export function isFromRego(target: Target): target is Exclude<Target, KubernetesTarget> {
  return target === "opa" || target === "wasm";
}

/** Whether a target is for a cluster. */
export function isForCluster(target: Target): target is KubernetesTarget {
  return !isFromRego(target);
}

import type { Kind } from "./kind.js";
import { DaemonSet, Deployment, ReplicaSet, StatefulSet } from "./models/apps/v1.js";
import { CronJob, Job } from "./models/batch/v1.js";
import { Pod, PodTemplate, ReplicationController } from "./models/core/v1.js";
import type { PodView } from "./pod-view.js";

/** What a policy looks at. Plain data, so that it becomes the engine's own match constraints. */
export interface Match<Subject> {
  readonly kinds: readonly Kind<unknown>[];
  /** `resource`: the predicate gets the object as written; `pod`: it gets a {@link PodView} of the Pod inside it. */
  readonly view: "resource" | "pod";
  /** Only for inference: never present at run time. */
  readonly subject?: Subject;
}

/** Matches the named kinds; the predicate's subject is the union of their models. */
export function kinds<Kinds extends readonly [Kind<unknown>, ...Kind<unknown>[]]>(
  ...of: Kinds
): Match<Kinds[number] extends Kind<infer Resource> ? Resource : never> {
  return { kinds: of, view: "resource" };
}

/** Every kind that carries a Pod: Pods and everything that makes Pods. */
export const workloadKinds: readonly Kind<unknown>[] = [
  Pod,
  PodTemplate,
  ReplicationController,
  Deployment,
  StatefulSet,
  DaemonSet,
  ReplicaSet,
  Job,
  CronJob,
];

/** Matches Pods and everything that makes Pods; the predicate sees each through a {@link PodView}. */
export function workloads(): Match<PodView> {
  return { kinds: workloadKinds, view: "pod" };
}

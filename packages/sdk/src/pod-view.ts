import type { Container, PodSpec } from "./models/core/v1.js";
import type { ObjectMeta } from "./models/meta/v1.js";

/** The Pod inside a workload, whichever kind carries it. */
export interface PodView {
  /** Containers, init containers and ephemeral containers, in this order. */
  readonly containers: readonly Container[];
  readonly spec: PodSpec;
  /** The metadata of the Pod (of the template, where the kind has one). */
  readonly metadata?: ObjectMeta;
  /** The workload as written: a Deployment, a CronJob, the Pod itself. */
  readonly resource: WorkloadResource;
}

/** What every workload has in common. */
export interface WorkloadResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

const podTemplatePaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ["template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};

/** Where the Pod (its `metadata` and `spec`) stands inside a workload of this kind. */
export function podPath(kind: string): readonly string[] {
  // A document may call its kind `constructor`.
  return (Object.hasOwn(podTemplatePaths, kind) ? podTemplatePaths[kind] : undefined) ?? ["spec", "template"];
}

/** The lists that make up `PodView.containers`, in order. */
export const containerLists = ["containers", "initContainers", "ephemeralContainers"] as const;

import type { DaemonSet, Deployment, ReplicaSet, StatefulSet } from "../models/apps/v1.js";
import type { CronJob, Job } from "../models/batch/v1.js";
import type { Container, Pod, PodTemplate, PodTemplateSpec, ReplicationController } from "../models/core/v1.js";
import { type Factory, factory } from "./factory.js";
import type { Written } from "./overrides.js";

const plainContainer: Written<Container> = { name: "app", image: "registry.example.com/app:1.0.0" };
const labels = { app: "web" };
const metadata = { name: "web", namespace: "shop" };
const selector = { matchLabels: labels };
const template: Written<PodTemplateSpec> = { metadata: { labels }, spec: { containers: [plainContainer] } };
const finite: Written<PodTemplateSpec> = { ...template, spec: { ...template.spec, restartPolicy: "Never" } } as const;

/** A container with a name and an image; for `containers`, and `initContainers` as well. */
export const container: Factory<Container> = factory<Container>(plainContainer);

/** A Pod with one container. */
export const pod: Factory<Pod> = factory<Pod>({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { ...metadata, labels },
  spec: { containers: [plainContainer] },
});

/** A PodTemplate, whose Pod is under `template` and not under `spec`. */
export const podTemplate: Factory<PodTemplate> = factory<PodTemplate>({
  apiVersion: "v1",
  kind: "PodTemplate",
  metadata,
  template,
});

/** A Deployment of Pods labelled `app: web`. */
export const deployment: Factory<Deployment> = factory<Deployment>({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata,
  spec: { selector, template },
});

/** A ReplicaSet of Pods labelled `app: web`. */
export const replicaSet: Factory<ReplicaSet> = factory<ReplicaSet>({
  apiVersion: "apps/v1",
  kind: "ReplicaSet",
  metadata,
  spec: { selector, template },
});

/** A ReplicationController of Pods labelled `app: web`. */
export const replicationController: Factory<ReplicationController> = factory<ReplicationController>({
  apiVersion: "v1",
  kind: "ReplicationController",
  metadata,
  spec: { selector: labels, template },
});

/** A StatefulSet of Pods labelled `app: web`. */
export const statefulSet: Factory<StatefulSet> = factory<StatefulSet>({
  apiVersion: "apps/v1",
  kind: "StatefulSet",
  metadata,
  spec: { serviceName: "web", selector, template },
});

/** A DaemonSet of Pods labelled `app: web`. */
export const daemonSet: Factory<DaemonSet> = factory<DaemonSet>({
  apiVersion: "apps/v1",
  kind: "DaemonSet",
  metadata,
  spec: { selector, template },
});

/** A Job whose Pod is not started again. */
export const job: Factory<Job> = factory<Job>({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata,
  spec: { template: finite },
});

/** A CronJob that runs a Job each night. */
export const cronJob: Factory<CronJob> = factory<CronJob>({
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata,
  spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: finite } } },
});

import type { HorizontalPodAutoscaler } from "../models/autoscaling/v2.js";
import type {
  ConfigMap,
  LimitRange,
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
  ResourceQuota,
  Secret,
  Service,
} from "../models/core/v1.js";
import type { Ingress, NetworkPolicy } from "../models/networking/v1.js";
import type { PodDisruptionBudget } from "../models/policy/v1.js";
import type { StorageClass } from "../models/storage/v1.js";
import { type Factory, factory } from "./factory.js";

const labels = { app: "web" };
const metadata = { name: "web", namespace: "shop" };

/** A Namespace. */
export const namespace: Factory<Namespace> = factory<Namespace>({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "shop" },
});

/** A Service of type ClusterIP with one port. */
export const service: Factory<Service> = factory<Service>({
  apiVersion: "v1",
  kind: "Service",
  metadata,
  spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});

/** An Ingress with one host and one path. */
export const ingress: Factory<Ingress> = factory<Ingress>({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata,
  spec: {
    ingressClassName: "nginx",
    rules: [
      {
        host: "web.example.com",
        http: {
          paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { number: 80 } } } }],
        },
      },
    ],
  },
});

/** A NetworkPolicy that lets Pods of the same namespace in. */
export const networkPolicy: Factory<NetworkPolicy> = factory<NetworkPolicy>({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata,
  spec: { podSelector: { matchLabels: labels }, policyTypes: ["Ingress"], ingress: [{ from: [{ podSelector: {} }] }] },
});

/** A Secret with one value, in base64. */
export const secret: Factory<Secret> = factory<Secret>({
  apiVersion: "v1",
  kind: "Secret",
  metadata,
  type: "Opaque",
  data: { token: "c2VjcmV0" },
});

/** A ConfigMap with one value. */
export const configMap: Factory<ConfigMap> = factory<ConfigMap>({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata,
  data: { "log-level": "info" },
});

/** A claim of 1Gi. */
export const persistentVolumeClaim: Factory<PersistentVolumeClaim> = factory<PersistentVolumeClaim>({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata,
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
});

/** A volume of 1Gi that a CSI driver provides. */
export const persistentVolume: Factory<PersistentVolume> = factory<PersistentVolume>({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: "web" },
  spec: {
    accessModes: ["ReadWriteOnce"],
    capacity: { storage: "1Gi" },
    csi: { driver: "csi.example.com", volumeHandle: "web" },
  },
});

/** A StorageClass of a CSI driver. */
export const storageClass: Factory<StorageClass> = factory<StorageClass>({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name: "fast" },
  provisioner: "csi.example.com",
});

/** An autoscaler of the Deployment `web` by CPU. */
export const horizontalPodAutoscaler: Factory<HorizontalPodAutoscaler> = factory<HorizontalPodAutoscaler>({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata,
  spec: {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
    minReplicas: 2,
    maxReplicas: 5,
    metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 80 } } }],
  },
});

/** A budget that keeps one Pod labelled `app: web`. */
export const podDisruptionBudget: Factory<PodDisruptionBudget> = factory<PodDisruptionBudget>({
  apiVersion: "policy/v1",
  kind: "PodDisruptionBudget",
  metadata,
  spec: { minAvailable: 1, selector: { matchLabels: labels } },
});

/** A quota of Pods. */
export const resourceQuota: Factory<ResourceQuota> = factory<ResourceQuota>({
  apiVersion: "v1",
  kind: "ResourceQuota",
  metadata,
  spec: { hard: { pods: "10" } },
});

/** Default limits of memory for containers. */
export const limitRange: Factory<LimitRange> = factory<LimitRange>({
  apiVersion: "v1",
  kind: "LimitRange",
  metadata,
  spec: { limits: [{ type: "Container", default: { memory: "256Mi" }, defaultRequest: { memory: "128Mi" } }] },
});

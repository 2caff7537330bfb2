import type { JsonObject } from "../src/engine.js";

/** Documents that show each thing the code does by hand for a new object, and defaults that depend on other fields. */

const labels = { app: "web", tier: "a" };
const selector = { matchLabels: { app: "web" } };
const container = { name: "web", image: "ghcr.io/acme/web:1.4" };

function pod(spec: JsonObject, annotations: JsonObject = {}): JsonObject {
  const metadata = { name: "prepared", labels, annotations };
  return { apiVersion: "v1", kind: "Pod", metadata, spec: { containers: [container], ...spec } };
}

const term = {
  ...{ topologyKey: "zone", labelSelector: selector },
  ...{ matchLabelKeys: ["tier", "absent"], mismatchLabelKeys: ["missing"] },
};
const withoutSelector = { topologyKey: "zone", namespaces: ["shop"] };
const affinity = {
  podAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [term, withoutSelector],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }],
  },
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, matchLabelKeys: [], mismatchLabelKeys: ["tier"] }],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }],
  },
};
const spread = {
  ...{ maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule" },
  ...{ labelSelector: selector, matchLabelKeys: ["tier"] },
};
const appArmor = (profile: string): JsonObject => ({ "container.apparmor.security.beta.kubernetes.io/web": profile });
const probe = { httpGet: { path: "/", port: "http" } };
const volumes = [
  { name: "none" },
  { name: "secret", secret: { secretName: "a" } },
  { name: "config", configMap: { name: "a" } },
  { name: "host", hostPath: { path: "/tmp" } },
  { name: "iscsi", iscsi: { targetPortal: "a:1", iqn: "iqn.2001-04.com.example:a", lun: 0 } },
  { name: "downward", downwardAPI: { items: [{ path: "a", fieldRef: { fieldPath: "metadata.name" } }] } },
  { name: "projected", projected: { sources: [{ serviceAccountToken: { path: "t" } }, { secret: { name: "a" } }] } },
  {
    name: "own",
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1024Mi" } } },
      },
    },
  },
];

const pods: readonly JsonObject[] = [
  pod({ affinity, topologySpreadConstraints: [spread, { ...spread, topologyKey: "host", matchLabelKeys: [] }] }),
  pod({ schedulingGates: [{ name: "example.com/wait" }] }),
  pod({}, appArmor("runtime/default")),
  pod({}, appArmor("localhost/own")),
  pod({}, appArmor("unconfined")),
  pod({}, appArmor("localhost/")),
  pod({ securityContext: { appArmorProfile: { type: "RuntimeDefault" } } }, appArmor("runtime/default")),
  pod(
    { containers: [{ ...container, securityContext: { appArmorProfile: { type: "Unconfined" } } }] },
    appArmor("unconfined"),
  ),
  pod({ os: { name: "windows" } }, appArmor("runtime/default")),
  pod({ resources: { limits: { cpu: "2.0", memory: "2048Mi" } } }),
  pod({ resources: { requests: { cpu: "1.50" } }, containers: [{ ...container, resources: { limits: { cpu: 1 } } }] }),
  pod({ containers: [{ ...container, resources: { limits: { cpu: "0.5", memory: "1024Mi" } } }] }),
  pod({ containers: [{ ...container, resources: { requests: { cpu: "0.1" }, limits: { cpu: "1000m" } } }] }),
  pod({
    hostNetwork: true,
    containers: [
      {
        ...container,
        ports: [
          { name: "http", containerPort: 80 },
          { containerPort: 53, protocol: "UDP" },
        ],
      },
    ],
  }),
  pod({
    containers: [
      {
        ...container,
        ...{ livenessProbe: probe, readinessProbe: { tcpSocket: { port: 1 } }, startupProbe: { grpc: { port: 1 } } },
        ports: [{ name: "http", containerPort: 80 }],
        lifecycle: { preStop: { httpGet: { port: 80 } } },
        env: [
          { name: "A", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
          { name: "B", value: "" },
        ],
      },
      { name: "b", image: "ghcr.io/acme/b:latest" },
      { name: "c", image: "ghcr.io/acme/c@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
      { name: "d", image: "registry:5000/d" },
    ],
    initContainers: [{ name: "side", image: "side", restartPolicy: "Always" }],
  }),
  pod({ volumes, serviceAccountName: "own" }),
  pod({ serviceAccount: "old" }),
  pod({ serviceAccountName: "new", automountServiceAccountToken: false, enableServiceLinks: false }),
  pod({ restartPolicy: "Never", tolerations: [{ operator: "Exists" }], priority: null }),
];

const template = {
  metadata: { labels, annotations: appArmor("unconfined") },
  spec: { containers: [container], affinity },
};
const jobPod = { spec: { containers: [container], restartPolicy: "Never" } };

function object(apiVersion: string, kind: string, spec: JsonObject, more: JsonObject = {}): JsonObject {
  return { apiVersion, kind, metadata: { name: "prepared" }, spec, ...more };
}

export const prepared: readonly JsonObject[] = [
  ...pods,
  // What a controller does with a Pod is not done to a template.
  object("apps/v1", "Deployment", { selector, template, strategy: { type: "Recreate" } }, { status: { replicas: 3 } }),
  object("apps/v1", "Deployment", { selector, template, replicas: 0, paused: false, minReadySeconds: 0 }),
  object("apps/v1", "ReplicaSet", { selector, template }, { status: { replicas: 3 } }),
  object("apps/v1", "DaemonSet", { selector, template, updateStrategy: { type: "OnDelete" } }),
  object("apps/v1", "StatefulSet", {
    ...{ selector, template, serviceName: "a", podManagementPolicy: "Parallel" },
    volumeClaimTemplates: [
      {
        metadata: { name: "data" },
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "0.5Gi" } } },
      },
    ],
  }),
  object("batch/v1", "Job", { template: { metadata: { labels }, ...jobPod } }),
  object("batch/v1", "Job", { template: { metadata: { labels }, ...jobPod }, manualSelector: true, selector }),
  object("batch/v1", "Job", {
    ...{ template: jobPod, completionMode: "Indexed", completions: 3, parallelism: 0, ttlSecondsAfterFinished: 0 },
    ...{
      backoffLimitPerIndex: 1,
      podFailurePolicy: { rules: [{ action: "Ignore", onPodConditions: [{ type: "A" }] }] },
    },
  }),
  object("batch/v1", "Job", { template: jobPod, completions: 3, suspend: true }, { status: { active: 1 } }),
  object("batch/v1", "CronJob", {
    schedule: "@daily",
    concurrencyPolicy: "Forbid",
    jobTemplate: { spec: { template: jobPod } },
  }),
  object("v1", "Service", {
    ...{ type: "NodePort", sessionAffinity: "ClientIP" },
    ports: [
      { name: "a", port: 80, nodePort: 30080 },
      { name: "b", port: 53, protocol: "UDP", targetPort: "dns" },
    ],
  }),
  object("v1", "Service", { type: "LoadBalancer", externalTrafficPolicy: "Local", ports: [{ port: 80 }] }),
  object("v1", "PersistentVolumeClaim", {
    ...{ accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1024Mi" } } },
    dataSource: { kind: "PersistentVolumeClaim", name: "a" },
  }),
  object("v1", "PersistentVolumeClaim", {
    ...{ accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1024Mi" } } },
    dataSourceRef: { apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "a" },
  }),
  object("v1", "PersistentVolumeClaim", {
    ...{ accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1024Mi" } } },
    dataSource: { apiGroup: "example.com", kind: "Other", name: "a" },
  }),
  object("v1", "PersistentVolume", {
    ...{ capacity: { storage: "1024Mi" }, accessModes: ["ReadWriteOnce"], persistentVolumeReclaimPolicy: "Delete" },
    csi: { driver: "example.com", volumeHandle: "a" },
  }),
  object(
    "v1",
    "Node",
    { taints: [{ key: "a", effect: "NoSchedule" }], unschedulable: false },
    { status: { phase: "Running" } },
  ),
  object("v1", "Namespace", { finalizers: ["example.com/own"] }, { status: { phase: "Terminating" } }),
  {
    ...{ apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "prepared" } },
    secrets: [{ name: "a", namespace: "b", kind: "Secret", fieldPath: "c" }],
    ...{ imagePullSecrets: [{ name: "a" }], automountServiceAccountToken: false },
  },
  {
    ...{ apiVersion: "v1", kind: "Secret", metadata: { name: "prepared" }, immutable: false },
    ...{ data: { a: "YQ==", both: "YQ==" }, stringData: { both: "new", b: "" } },
  },
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "prepared" },
    data: {},
    binaryData: { a: "YQ==" },
    immutable: true,
  },
  object("autoscaling/v2", "HorizontalPodAutoscaler", {
    ...{ scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "a" }, minReplicas: 2, maxReplicas: 5 },
    metrics: [
      { type: "Resource", resource: { name: "memory", target: { type: "AverageValue", averageValue: "0.5Gi" } } },
      {
        type: "ContainerResource",
        containerResource: { name: "cpu", container: "a", target: { type: "Utilization", averageUtilization: 50 } },
      },
    ],
    behavior: { scaleUp: { stabilizationWindowSeconds: 0 } },
  }),
  object("networking.k8s.io/v1", "NetworkPolicy", {
    podSelector: {},
    policyTypes: ["Egress"],
    ingress: [],
    egress: [{}],
  }),
  object("policy/v1", "PodDisruptionBudget", { selector: {}, maxUnavailable: 0 }, { status: { currentHealthy: 1 } }),
];

import type { JsonObject } from "../src/engine.js";
import { signingRequest } from "./signing-request.js";

/** The least that the API server takes of each built-in kind that people write. Variations set one more field each. */

const labels = { app: "web" };
const selector = { matchLabels: labels };
const container = { name: "web", image: "ghcr.io/acme/web:1.4" };
const podSpec = { containers: [container] };
const template = { metadata: { labels }, spec: podSpec };
const jobTemplate = { spec: { template: { spec: { ...podSpec, restartPolicy: "Never" } } } };

function seed(apiVersion: string, kind: string, rest: JsonObject, name = "seed"): JsonObject {
  return { apiVersion, kind, metadata: { name }, ...rest };
}

const rbac = "rbac.authorization.k8s.io/v1";
const roleRef = (kind: string): JsonObject => ({ apiGroup: "rbac.authorization.k8s.io", kind, name: "reader" });
const subjects = [
  { kind: "ServiceAccount", name: "web", namespace: "shop" },
  { kind: "User", name: "ann" },
];
const admission = "admissionregistration.k8s.io/v1";
const resourceRules = [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] }];
const webhooks = [
  {
    name: "a.example.com",
    clientConfig: { url: "https://example.com/hook" },
    admissionReviewVersions: ["v1"],
    sideEffects: "None",
    rules: resourceRules,
  },
];
const device = { name: "gpu", exactly: { deviceClassName: "gpu" } };
const names = { plural: "widgets", singular: "widget", kind: "Widget", listKind: "WidgetList" };
const openAPIV3Schema = {
  type: "object",
  properties: { spec: { type: "object", properties: { size: { type: "integer" } } } },
};

export const seeds: readonly JsonObject[] = [
  seed("v1", "Pod", { spec: podSpec }),
  seed("v1", "PodTemplate", { template }),
  seed("v1", "ReplicationController", { spec: { selector: labels, template } }),
  seed("apps/v1", "Deployment", { spec: { selector, template } }),
  seed("apps/v1", "ReplicaSet", { spec: { selector, template } }),
  seed("apps/v1", "DaemonSet", { spec: { selector, template } }),
  seed("apps/v1", "StatefulSet", { spec: { selector, template, serviceName: "web" } }),
  seed("apps/v1", "ControllerRevision", { revision: 1, data: { a: 1 } }),
  seed("batch/v1", "Job", jobTemplate),
  seed("batch/v1", "CronJob", { spec: { schedule: "*/5 * * * *", jobTemplate } }),
  seed("v1", "Service", { spec: { ports: [{ port: 80 }] } }),
  seed("v1", "Service", { spec: { type: "LoadBalancer", ports: [{ port: 80, targetPort: "http" }] } }),
  seed("v1", "Service", { spec: { type: "ExternalName", externalName: "example.com" } }),
  seed("v1", "Service", { spec: { clusterIP: "None", ports: [{ port: 80 }], selector: labels } }),
  seed("v1", "Endpoints", { subsets: [{ addresses: [{ ip: "10.9.9.9" }], ports: [{ port: 80 }] }] }),
  seed("discovery.k8s.io/v1", "EndpointSlice", {
    addressType: "IPv4",
    endpoints: [{ addresses: ["10.9.9.9"] }],
    ports: [{ name: "http", port: 80 }],
  }),
  seed("v1", "ConfigMap", { data: { a: "b" } }),
  seed("v1", "Secret", { data: { a: "Yg==" }, stringData: { c: "d" } }),
  seed("v1", "ServiceAccount", { secrets: [{ name: "a" }] }),
  seed("v1", "Namespace", {}, "seed-namespace"),
  seed("v1", "Node", { spec: { podCIDR: "10.1.0.0/24" } }),
  seed("v1", "LimitRange", {
    spec: { limits: [{ type: "Container", max: { cpu: "2.0", memory: "2048Mi" }, min: { cpu: "0.1" } }] },
  }),
  seed("v1", "ResourceQuota", { spec: { hard: { "requests.cpu": "1.5", pods: "10" } } }),
  seed("v1", "PersistentVolume", {
    spec: { capacity: { storage: "1024Mi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: "/tmp" } },
  }),
  seed("v1", "PersistentVolumeClaim", {
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1024Mi" } } },
  }),
  seed("v1", "Event", {
    involvedObject: { apiVersion: "v1", kind: "Pod", name: "web", namespace: "seeds" },
    reason: "Started",
  }),
  seed("networking.k8s.io/v1", "Ingress", {
    spec: {
      rules: [
        {
          http: {
            paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { number: 80 } } } }],
          },
        },
      ],
    },
  }),
  seed("networking.k8s.io/v1", "IngressClass", { spec: { controller: "example.com/ingress" } }),
  seed("networking.k8s.io/v1", "NetworkPolicy", {
    spec: { podSelector: {}, ingress: [{ from: [{ podSelector: selector }], ports: [{ port: 80 }] }] },
  }),
  seed("networking.k8s.io/v1", "NetworkPolicy", {
    spec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] },
  }),
  seed("policy/v1", "PodDisruptionBudget", { spec: { selector, minAvailable: "50%" } }),
  seed("autoscaling/v1", "HorizontalPodAutoscaler", {
    spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" } },
  }),
  seed("autoscaling/v2", "HorizontalPodAutoscaler", {
    spec: {
      maxReplicas: 3,
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
      behavior: { scaleDown: { policies: [{ type: "Pods", value: 1, periodSeconds: 60 }] } },
    },
  }),
  seed(rbac, "Role", { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] }),
  seed(rbac, "ClusterRole", { rules: [{ nonResourceURLs: ["/metrics"], verbs: ["get"] }] }),
  seed(rbac, "ClusterRole", {}),
  seed(rbac, "RoleBinding", { roleRef: roleRef("Role"), subjects }),
  seed(rbac, "ClusterRoleBinding", { roleRef: roleRef("ClusterRole"), subjects }),
  seed("storage.k8s.io/v1", "StorageClass", { provisioner: "example.com/disk" }),
  seed("storage.k8s.io/v1", "CSIDriver", { spec: {} }, "disk.example.com"),
  seed("storage.k8s.io/v1", "CSINode", { spec: { drivers: [{ name: "disk.example.com", nodeID: "a" }] } }),
  seed("storage.k8s.io/v1", "VolumeAttachment", {
    spec: { attacher: "disk.example.com", nodeName: "a", source: { persistentVolumeName: "b" } },
  }),
  seed("storage.k8s.io/v1", "CSIStorageCapacity", { storageClassName: "a", capacity: "1024Mi" }),
  seed("storage.k8s.io/v1", "VolumeAttributesClass", { driverName: "disk.example.com", parameters: { a: "b" } }),
  seed("scheduling.k8s.io/v1", "PriorityClass", { value: 10 }),
  seed("node.k8s.io/v1", "RuntimeClass", { handler: "kata" }),
  seed("coordination.k8s.io/v1", "Lease", { spec: { holderIdentity: "a" } }),
  seed("certificates.k8s.io/v1", "CertificateSigningRequest", {
    spec: { request: signingRequest, signerName: "example.com/writ", usages: ["client auth"], username: "mallory" },
  }),
  seed(
    "apiregistration.k8s.io/v1",
    "APIService",
    {
      spec: {
        group: "example.com",
        version: "v1",
        groupPriorityMinimum: 100,
        versionPriority: 10,
        service: { name: "api", namespace: "shop" },
        insecureSkipTLSVerify: true,
      },
    },
    "v1.example.com",
  ),
  seed(
    "apiregistration.k8s.io/v1",
    "APIService",
    {
      spec: { group: "local.example.com", version: "v1", groupPriorityMinimum: 100, versionPriority: 10 },
    },
    "v1.local.example.com",
  ),
  seed(
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    {
      spec: {
        group: "seeds.example.com",
        names,
        scope: "Namespaced",
        versions: [
          { name: "v1", served: true, storage: true, schema: { openAPIV3Schema }, subresources: { status: {} } },
        ],
      },
    },
    "widgets.seeds.example.com",
  ),
  seed(admission, "ValidatingWebhookConfiguration", { webhooks }),
  seed(admission, "MutatingWebhookConfiguration", { webhooks }),
  seed(admission, "ValidatingAdmissionPolicy", {
    spec: { matchConstraints: { resourceRules }, validations: [{ expression: "true" }] },
  }),
  seed(admission, "ValidatingAdmissionPolicyBinding", { spec: { policyName: "a", validationActions: ["Deny"] } }),
  seed(admission, "MutatingAdmissionPolicy", {
    spec: {
      matchConstraints: { resourceRules },
      reinvocationPolicy: "Never",
      mutations: [{ patchType: "ApplyConfiguration", applyConfiguration: { expression: "Object{}" } }],
    },
  }),
  seed(admission, "MutatingAdmissionPolicyBinding", { spec: { policyName: "a" } }),
  seed("flowcontrol.apiserver.k8s.io/v1", "FlowSchema", { spec: { priorityLevelConfiguration: { name: "a" } } }),
  seed("flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration", {
    spec: { type: "Limited", limited: { limitResponse: { type: "Queue", queuing: {} } } },
  }),
  seed("resource.k8s.io/v1", "DeviceClass", { spec: { selectors: [{ cel: { expression: "true" } }] } }),
  seed("resource.k8s.io/v1", "ResourceClaim", { spec: { devices: { requests: [device] } } }),
  seed("resource.k8s.io/v1", "ResourceClaimTemplate", { spec: { spec: { devices: { requests: [device] } } } }),
  seed("resource.k8s.io/v1", "ResourceSlice", {
    spec: {
      driver: "gpu.example.com",
      nodeName: "a",
      pool: { name: "p", generation: 1, resourceSliceCount: 1 },
      devices: [{ name: "d" }],
    },
  }),
];

import {
  ConfigMap,
  CronJob,
  DaemonSet,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  kinds,
  list,
  PersistentVolumeClaim,
  Pod,
  PodDisruptionBudget,
  PodTemplate,
  policy,
  ReplicaSet,
  ReplicationController,
  Role,
  RoleBinding,
  Secret,
  Service,
  ServiceAccount,
  StatefulSet,
  string,
} from "@writ/sdk";

/** What Kubernetes itself keeps in a namespace. */
const ownedByKubernetes = new Set(["ConfigMap/kube-root-ca.crt", "Service/kubernetes", "ServiceAccount/default"]);

export const noDefaultNamespace = policy({
  id: "no-default-namespace",
  title: "Objects must not live in the default namespace",
  severity: "low",
  description:
    "The default namespace is shared by everyone who forgot to choose: no quota, role or network policy fits it.",
  remediation: "Create a namespace for the application and name it in metadata.namespace.",
  controls: ["CIS 1.12 5.6.1", "CIS 1.12 5.6.4"],
  // NetworkPolicy, ResourceQuota and LimitRange are left out: in the default namespace they serve to close it.
  match: kinds(
    Pod,
    PodTemplate,
    ReplicationController,
    Deployment,
    StatefulSet,
    DaemonSet,
    ReplicaSet,
    Job,
    CronJob,
    Service,
    Ingress,
    ConfigMap,
    Secret,
    PersistentVolumeClaim,
    ServiceAccount,
    Role,
    RoleBinding,
    HorizontalPodAutoscaler,
    PodDisruptionBudget,
  ),
  params: {
    /** The namespaces that must stay empty. */
    namespaces: list(string(), ["default"]),
  },
  deny: ({ kind, metadata }, { params }) =>
    params.namespaces.includes(metadata.namespace ?? "default") &&
    !ownedByKubernetes.has(`${kind}/${metadata.name ?? ""}`),
  // The API server makes a name of generateName before it judges, and keeps both: a file shows only what the name begins with.
  message: ({ kind, metadata }) =>
    `${kind} ${metadata.generateName ?? metadata.name ?? "without a name"} must not be in namespace ${metadata.namespace ?? "default"}`,
  at: ["metadata", "namespace"],
});

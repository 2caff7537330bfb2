export { clusterRole, clusterRoleBinding, role, roleBinding, serviceAccount } from "./access.js";
export type { Factory } from "./factory.js";
export {
  configMap,
  horizontalPodAutoscaler,
  ingress,
  limitRange,
  namespace,
  networkPolicy,
  persistentVolume,
  persistentVolumeClaim,
  podDisruptionBudget,
  resourceQuota,
  secret,
  service,
  storageClass,
} from "./objects.js";
export type { Overrides, Written } from "./overrides.js";
export { create, isTestRequest, remove, update } from "./requests.js";
export type { RequestOptions, TestRequest } from "./requests.js";
export { withParams } from "./with-params.js";
export type { GivenParams } from "./with-params.js";
export {
  container,
  cronJob,
  daemonSet,
  deployment,
  job,
  pod,
  podTemplate,
  replicaSet,
  replicationController,
  statefulSet,
} from "./workloads.js";

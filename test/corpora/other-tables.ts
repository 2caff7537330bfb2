import type { RuleTable } from "./agreement.js";
import {
  addsOne,
  baselineCapabilities,
  clusterAdmin,
  defaultNamespace,
  dropsAll,
  escalation,
  hostNamespaces,
  hostPath,
  imageTag,
  nonRoot,
  privileged,
  registries,
  resource,
  resourcesButCpuLimit,
  socket,
  wildcards,
} from "./same-rules.js";

const update = "the rule skips updates, as these fields of a Pod cannot change; ours judges what is there";
const exempt = "the rule exempts images; exceptions are no part of a policy of ours";
const nameless = "the container has no name, which the API server refuses";
const noSuchKind = "it is a Deployment of v1, which Kubernetes does not have";
const lowerCase = "the standard and ours want ALL as it is spelled";

/** Rules of gatekeeper-library as `suite/test`, since a test has a constraint of its own. */
export const gatekeeperTable: RuleTable = {
  same: {
    "general/allowedrepos/allowed-repos": registries("docker.io/openpolicyagent/*"),
    "general/allowedreposv2/allowed-reposv2": registries(
      "docker.io/openpolicyagent/*",
      "myregistry.azurecr.io/*",
      "docker.io/mydockerhub/*",
      "docker.io/library/ubuntu",
      "123456789123.dkr.ecr.eu-west-1.amazonaws.com/postgres",
    ),
    "general/containerlimits/container-limits": {
      policy: "resource-limits",
      params: { maxCpu: "200m", maxMemory: "1Gi" },
    },
    "general/containerlimits/container-limits-ignore-cpu": {
      ...resource("limits", "memory"),
      params: { maxMemory: "1Gi" },
    },
    "general/containerresources/container-limits-and-requests": { policy: "resource-limits" },
    "general/containerresources/container-cpu-requests-memory-limits-and-requests": resourcesButCpuLimit,
    "general/disallowedtags/disallowed-tags": {
      ...imageTag,
      disagreements: { "exempt-images-with-disallowed-tags": exempt },
    },
    "pod-security-policy/allow-privilege-escalation/allow-privilege-escalation": {
      ...escalation,
      disagreements: { update, "exempted-path": exempt },
    },
    "pod-security-policy/capabilities/capabilities-baseline": {
      ...addsOne,
      params: { allowedCapabilities: [...baselineCapabilities, "NET_RAW"] },
      disagreements: { update },
    },
    "pod-security-policy/capabilities/capabilities-restricted": {
      policy: "drop-all-capabilities",
      disagreements: { update },
    },
    "pod-security-policy/host-filesystem/host-filesystem": {
      ...hostPath,
      params: { allowedPaths: ["/foo", "/foo/*"] },
      disagreements: { update },
    },
    "pod-security-policy/host-filesystem/no-host-paths": hostPath,
    "pod-security-policy/host-namespaces/host-namespace": { ...hostNamespaces, disagreements: { update } },
    "pod-security-policy/privileged-containers/privileged-containers-disallowed": {
      ...privileged,
      disagreements: { update, "exempted-image": exempt },
    },
    "pod-security-policy/users/users-and-groups-together": {
      policy: "run-as-non-root",
      disagreements: { update },
    },
  },
  other: {},
};

const joined = "the rule joins the binding with its role, which grants everything under another name";

/** Checks of Polaris. */
export const polarisTable: RuleTable = {
  same: {
    clusterrolebindingClusterAdmin: {
      ...clusterAdmin,
      disagreements: {
        "failure.all_verbs.yaml": joined,
        "failure.all_verbs_different_order.yaml": joined,
        "failure.binding_to_system_prefix.yaml": joined,
        "failure.wildcards.yaml": joined,
      },
    },
    cpuLimitsMissing: resource("limits", "cpu"),
    cpuRequestsMissing: resource("requests", "cpu"),
    memoryLimitsMissing: resource("limits", "memory"),
    memoryRequestsMissing: resource("requests", "memory"),
    dangerousCapabilities: addsOne,
    hostIPCSet: hostNamespaces,
    hostNetworkSet: hostNamespaces,
    hostPIDSet: hostNamespaces,
    hostPathSet: hostPath,
    privilegeEscalationAllowed: escalation,
    runAsPrivileged: {
      ...privileged,
      disagreements: { "success.pod.yaml": nameless, "success.pod_no_cont.yaml": nameless, "success.yaml": nameless },
    },
    runAsRootAllowed: { ...nonRoot, disagreements: { "failure.yaml": noSuchKind } },
    tagNotSpecified: { ...imageTag, disagreements: { "success.yaml": nameless } },
  },
  other: {},
};

/** Checks of KubeLinter. */
export const kubeLinterTable: RuleTable = {
  same: {
    "cluster-admin-role-binding": clusterAdmin,
    "docker-sock": socket("docker.sock"),
    "host-ipc": hostNamespaces,
    "host-network": hostNamespaces,
    "host-pid": hostNamespaces,
    "latest-tag": imageTag,
    "privilege-escalation-container": escalation,
    "privileged-container": privileged,
    "run-as-non-root": { policy: "run-as-non-root" },
    "sensitive-host-mounts": hostPath,
    "unset-cpu-requirements": resource("requests", "cpu"),
    "unset-memory-requirements": resource("limits", "memory"),
    "use-namespace": defaultNamespace,
    "wildcard-in-rules": wildcards,
  },
  other: {},
};

/** Checks of trivy-checks. */
export const trivyTable: RuleTable = {
  same: {
    CPU_not_limited: resource("limits", "cpu"),
    CPU_requests_not_specified: resource("requests", "cpu"),
    can_elevate_its_own_privileges: escalation,
    capabilities_no_drop_all: { ...dropsAll, disagreements: { good: lowerCase } },
    host_ipc: hostNamespaces,
    host_network: hostNamespaces,
    host_pid: hostNamespaces,
    hostpath_volumes_mounted: hostPath,
    memory_not_limited: resource("limits", "memory"),
    memory_requests_not_specified: resource("requests", "memory"),
    mounts_docker_socket: socket("docker.sock"),
    privileged,
    runs_as_root: nonRoot,
    specific_capabilities_added: { ...addsOne, params: { allowedCapabilities: [] } },
    uses_image_tag_latest: imageTag,
  },
  other: {},
};

import type { Violation } from "@writ/sdk/runtime";
import type { RuleTable, SameRule } from "./agreement.js";

const at =
  (field: string) =>
  ({ path }: Violation): boolean =>
    path.at(-1) === field;

const says =
  (text: string) =>
  ({ message }: Violation): boolean =>
    message.includes(text);

/** The capabilities that the baseline standard lets a container add. */
const baselineCapabilities = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

const dropsAll: SameRule = { policy: "drop-all-capabilities", about: at("drop") };
const addsOne: SameRule = { policy: "drop-all-capabilities", about: at("add") };
const addsOneOverBaseline: SameRule = { ...addsOne, params: { allowedCapabilities: baselineCapabilities } };
const hostNamespaces: SameRule = { policy: "no-host-namespaces" };
const hostPath: SameRule = { policy: "no-host-path" };
const escalation: SameRule = { policy: "no-privilege-escalation" };
const privileged: SameRule = { policy: "no-privileged-containers" };
const nonRoot: SameRule = { policy: "run-as-non-root", about: at("runAsNonRoot") };
const rootUser: SameRule = { policy: "run-as-non-root", about: at("runAsUser") };
const defaultNamespace: SameRule = { policy: "no-default-namespace" };
const imageTag: SameRule = { policy: "image-tag-pinned" };
// The rule leaves the CPU limit to the author.
const resources: SameRule = {
  policy: "resource-limits",
  about: ({ path }) => !(path.at(-1) === "cpu" && path.at(-2) === "limits"),
};
const registries: SameRule = { policy: "approved-registries", params: { registries: ["eu.foo.io/*", "bar.io/*"] } };
// Every path is allowed, so that only sockets are left.
const socket = (text: string): SameRule => ({
  policy: "no-host-path",
  params: { allowedPaths: ["*"] },
  about: says(text),
});

const notOurs = "no policy of ours states it";
const several = "it states a whole level of the Pod Security Standards, of which our policies state single controls";

/**
 * Rules as `policy/rule`; the ValidatingPolicy family has no rule names. The three families state one rule in three forms,
 * so one entry is about all that share the name.
 */
export const kyvernoTable: RuleTable = {
  same: {
    "disallow-capabilities/adding-capabilities": addsOneOverBaseline,
    "disallow-capabilities": addsOneOverBaseline,
    "disallow-capabilities-strict/require-drop-all": dropsAll,
    "disallow-capabilities-strict/adding-capabilities-strict": addsOne,
    "disallow-capabilities-strict": dropsAll,
    "adding-capabilities-strict": addsOne,
    "drop-all-capabilities/require-drop-all": dropsAll,
    "drop-all-capabilities": dropsAll,
    "disallow-host-namespaces/host-namespaces": hostNamespaces,
    "disallow-host-namespaces": hostNamespaces,
    "disallow-host-path/host-path": hostPath,
    "disallow-host-path": hostPath,
    "disallow-privilege-escalation/privilege-escalation": escalation,
    "disallow-privilege-escalation": escalation,
    "disallow-privileged-containers/privileged-containers": privileged,
    "disallow-privileged-containers": privileged,
    "require-run-as-nonroot/run-as-non-root": nonRoot,
    "require-run-as-nonroot": nonRoot,
    "require-run-as-non-root-user/run-as-non-root-user": rootUser,
    "require-run-as-non-root-user": rootUser,
    "disallow-container-sock-mounts/validate-docker-sock-mount": socket("docker.sock"),
    "disallow-container-sock-mounts/validate-containerd-sock-mount": socket("containerd.sock"),
    "disallow-container-sock-mounts/validate-crio-sock-mount": socket("crio.sock"),
    "disallow-container-sock-mounts/validate-socket-mounts": socket("runtime socket"),
    "disallow-container-sock-mounts": socket("runtime socket"),
    "disallow-default-namespace/validate-namespace": defaultNamespace,
    "disallow-default-namespace/validate-podcontroller-namespace": defaultNamespace,
    "disallow-default-namespace": defaultNamespace,
    "disallow-latest-tag/require-image-tag": { ...imageTag, about: says("without a tag") },
    "disallow-latest-tag/validate-image-tag": { ...imageTag, about: says("moving tag") },
    "disallow-latest-tag/require-and-validate-image-tag": imageTag,
    "disallow-latest-tag": imageTag,
    "require-requests-limits/validate-resources": resources,
    "require-requests-limits": resources,
    "restrict-image-registries/validate-registries": registries,
    "restrict-image-registries": registries,
  },
  other: {
    "check-deprecated-apis/validate-v1-25-removals": notOurs,
    "check-deprecated-apis/validate-v1-29-removals": notOurs,
    "check-deprecated-apis/validate-v1-32-removals": notOurs,
    "check-deprecated-apis": notOurs,
    "disallow-empty-ingress-host/disallow-empty-ingress-host": notOurs,
    "disallow-empty-ingress-host": notOurs,
    "disallow-helm-tiller/validate-helm-tiller": notOurs,
    "disallow-helm-tiller": notOurs,
    "disallow-host-ports/host-ports-none": notOurs,
    "disallow-host-ports": notOurs,
    "disallow-host-ports-range/host-port-range": notOurs,
    "disallow-host-process/host-process-containers": notOurs,
    "disallow-host-process": notOurs,
    "disallow-proc-mount/check-proc-mount": notOurs,
    "disallow-proc-mount": notOurs,
    "disallow-selinux/selinux-type": notOurs,
    "disallow-selinux/selinux-user-role": notOurs,
    "disallow-selinux": notOurs,
    "drop-cap-net-raw/require-drop-cap-net-raw": "it wants CAP_NET_RAW by that name, ours wants ALL",
    "drop-cap-net-raw": "it wants CAP_NET_RAW by that name, ours wants ALL",
    "podsecurity-subrule-baseline/baseline": several,
    "podsecurity-subrule-restricted/restricted": several,
    "podsecurity-subrule-restricted-capabilities/restricted-exempt-capabilities": several,
    "podsecurity-subrule-restricted-seccomp/restricted-exempt-seccomp": several,
    "require-labels/check-for-labels": notOurs,
    "require-labels": notOurs,
    "require-pod-probes/validate-probes": notOurs,
    "require-pod-probes": notOurs,
    "require-ro-rootfs/validate-readOnlyRootFilesystem": notOurs,
    "require-ro-rootfs": notOurs,
    "restrict-apparmor-profiles/app-armor": notOurs,
    "restrict-external-ips/check-ips": notOurs,
    "restrict-external-ips": notOurs,
    "restrict-nodeport/validate-nodeport": notOurs,
    "restrict-nodeport": notOurs,
    "restrict-seccomp/check-seccomp": notOurs,
    "restrict-seccomp": notOurs,
    "restrict-seccomp-strict/check-seccomp-strict": notOurs,
    "restrict-seccomp-strict": notOurs,
    "restrict-sysctls/check-sysctls": notOurs,
    "restrict-sysctls": notOurs,
    "restrict-volume-types/restricted-volumes": "it refuses every type but eight, ours only hostPath",
    "restrict-volume-types": "it refuses every type but eight, ours only hostPath",
  },
};

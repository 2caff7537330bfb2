import type { Violation } from "@writ/sdk/runtime";
import type { SameRule } from "./agreement.js";

/** The violations at a field, by the end of its path. */
export function at(...field: readonly string[]): (violation: Violation) => boolean {
  return ({ path }) => field.every((segment, index) => path.at(index - field.length) === segment);
}

/** The violations whose message holds a text. */
export function says(text: string): (violation: Violation) => boolean {
  return ({ message }) => message.includes(text);
}

export const dropsAll: SameRule = { policy: "drop-all-capabilities", about: at("drop") };
export const addsOne: SameRule = { policy: "drop-all-capabilities", about: at("add") };
export const hostNamespaces: SameRule = { policy: "no-host-namespaces" };
export const hostPath: SameRule = { policy: "no-host-path" };
export const escalation: SameRule = { policy: "no-privilege-escalation" };
export const privileged: SameRule = { policy: "no-privileged-containers" };
export const nonRoot: SameRule = { policy: "run-as-non-root", about: at("runAsNonRoot") };
export const rootUser: SameRule = { policy: "run-as-non-root", about: at("runAsUser") };
export const defaultNamespace: SameRule = { policy: "no-default-namespace" };
export const imageTag: SameRule = { policy: "image-tag-pinned" };
export const wildcards: SameRule = { policy: "no-wildcard-rbac" };
export const clusterAdmin: SameRule = { policy: "no-cluster-admin-binding" };

/** Requests and limits, where the rule leaves the CPU limit to the author. */
export const resourcesButCpuLimit: SameRule = {
  policy: "resource-limits",
  about: (violation) => !at("limits", "cpu")(violation),
};

/** One request or limit. */
export function resource(list: "requests" | "limits", name: "cpu" | "memory"): SameRule {
  return { policy: "resource-limits", about: at(list, name) };
}

export function registries(...globs: readonly string[]): SameRule {
  return { policy: "approved-registries", params: { registries: globs } };
}

/** Sockets alone: every other path is allowed. */
export function socket(text: string): SameRule {
  return { policy: "no-host-path", params: { allowedPaths: ["*"] }, about: says(text) };
}

/** The capabilities that the baseline standard lets a container add. */
export const baselineCapabilities = [
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

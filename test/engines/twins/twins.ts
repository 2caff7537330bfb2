import { dropAllCapabilities } from "./policies/drop-all-capabilities.js";
import { noClusterAdminBinding } from "./policies/no-cluster-admin-binding.js";
import { noDefaultNamespace } from "./policies/no-default-namespace.js";
import { noHostNamespaces } from "./policies/no-host-namespaces.js";
import { noHostPath } from "./policies/no-host-path.js";
import { noPrivilegeEscalation } from "./policies/no-privilege-escalation.js";
import { noPrivilegedContainers } from "./policies/no-privileged-containers.js";
import { noWildcardRbac } from "./policies/no-wildcard-rbac.js";
import { runAsNonRoot } from "./policies/run-as-non-root.js";
import type { Twin } from "./twin.js";

/** The hand-written twins, by the id of the policy. */
export const twins: Readonly<Record<string, Twin>> = {
  "drop-all-capabilities": dropAllCapabilities,
  "no-cluster-admin-binding": noClusterAdminBinding,
  "no-default-namespace": noDefaultNamespace,
  "no-host-namespaces": noHostNamespaces,
  "no-host-path": noHostPath,
  "no-privilege-escalation": noPrivilegeEscalation,
  "no-privileged-containers": noPrivilegedContainers,
  "no-wildcard-rbac": noWildcardRbac,
  "run-as-non-root": runAsNonRoot,
};

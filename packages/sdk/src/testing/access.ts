import type { ServiceAccount } from "../models/core/v1.js";
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from "../models/rbac/v1.js";
import { type Factory, factory } from "./factory.js";

const metadata = { name: "web", namespace: "shop" };
const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }];
const subjects = [{ kind: "ServiceAccount", name: "web", namespace: "shop" }];
const apiGroup = "rbac.authorization.k8s.io";

/** A ServiceAccount. */
export const serviceAccount: Factory<ServiceAccount> = factory<ServiceAccount>({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata,
});

/** A Role that may read ConfigMaps. */
export const role: Factory<Role> = factory<Role>({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata,
  rules,
});

/** A ClusterRole that may read ConfigMaps. */
export const clusterRole: Factory<ClusterRole> = factory<ClusterRole>({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRole",
  metadata: { name: "web" },
  rules,
});

/** A RoleBinding of the Role `web` to a ServiceAccount. */
export const roleBinding: Factory<RoleBinding> = factory<RoleBinding>({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "RoleBinding",
  metadata,
  roleRef: { apiGroup, kind: "Role", name: "web" },
  subjects,
});

/** A ClusterRoleBinding of the ClusterRole `web` to a ServiceAccount. */
export const clusterRoleBinding: Factory<ClusterRoleBinding> = factory<ClusterRoleBinding>({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRoleBinding",
  metadata: { name: "web" },
  roleRef: { apiGroup, kind: "ClusterRole", name: "web" },
  subjects,
});

import type { Json, JsonObject } from "@writ/compiler/ir";

/** What an object of the measurements is like: nothing broken, one of its parts broken, or all of them. */
export type State = "passing" | "one broken" | "all broken";
export const states: readonly State[] = ["passing", "one broken", "all broken"];

/** How many containers, rules, subjects or volumes it has. */
export const sizes: readonly number[] = [1, 3, 10];

export interface SizedObject {
  readonly size: number;
  readonly state: State;
  readonly object: JsonObject;
}

/** Objects as real manifests have them, by the id of the policy that judges them. */
export function sizedObjects(id: string): readonly SizedObject[] {
  const make = makers[id];
  if (make === undefined) throw new Error(`there are no objects for ${id}`);
  return sizes.flatMap((size) =>
    states.flatMap((state) => {
      const broken = (position: number): boolean =>
        state === "all broken" || (state === "one broken" && position === size - 1);
      return make.whole === true && (size > 1 || state === "one broken")
        ? []
        : [{ size, state, object: make.object(size, broken) }];
    }),
  );
}

interface Maker {
  readonly object: (size: number, broken: (position: number) => boolean) => JsonObject;
  /** The object is broken as a whole, and its size is none. */
  readonly whole?: true;
}

const positions = (size: number): readonly number[] => Array.from({ length: size }, (_, position) => position);
const names = ["api", "envoy", "metrics-exporter", "log-shipper", "config-reloader", "vault-agent", "cache", "worker"];
const nameAt = (position: number): string =>
  `${names[position % names.length] ?? ""}${position < names.length ? "" : `-${String(position)}`}`;

function deployment(spec: JsonObject): JsonObject {
  const labels = { "app.kubernetes.io/name": "shop", "app.kubernetes.io/part-of": "storefront" };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "shop", namespace: "storefront", labels },
    spec: { replicas: 3, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}

const goodContext: JsonObject = {
  privileged: false,
  allowPrivilegeEscalation: false,
  runAsNonRoot: true,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] },
};

function container(position: number, securityContext: JsonObject): JsonObject {
  const name = nameAt(position);
  return {
    name,
    image: `registry.k8s.io/shop/${name}:1.${String(position)}.0`,
    ports: [{ name: "http", containerPort: 8080 + position, protocol: "TCP" }],
    env: [
      { name: "LOG_LEVEL", value: "info" },
      { name: "REGION", value: "eu-west-1" },
    ],
    resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
    securityContext,
  };
}

/** A Deployment whose containers break by a change of their security context; one in three is an init container. */
function ofContainers(bad: JsonObject, spec: JsonObject = {}): Maker {
  return {
    object: (size, broken) => {
      const all = positions(size).map((position) =>
        container(position, broken(position) ? { ...goodContext, ...bad } : goodContext),
      );
      const [first, ...others] = all as [JsonObject, ...JsonObject[]];
      const initContainers = others.filter((_, position) => position % 3 === 2);
      const containers = [first, ...others.filter((_, position) => position % 3 !== 2)];
      return deployment({
        ...spec,
        serviceAccountName: "shop",
        containers,
        ...(initContainers.length === 0 ? {} : { initContainers }),
      });
    },
  };
}

const makers: Readonly<Record<string, Maker>> = {
  "no-privileged-containers": ofContainers({ privileged: true }),
  "no-privilege-escalation": ofContainers({ allowPrivilegeEscalation: true }),
  "drop-all-capabilities": ofContainers({ capabilities: { drop: ["NET_RAW"], add: ["SYS_ADMIN"] } }),
  "run-as-non-root": ofContainers({ runAsNonRoot: false, runAsUser: 0 }, { securityContext: { runAsNonRoot: true } }),
  "no-host-namespaces": {
    object: (size, broken) =>
      deployment({
        containers: positions(size).map((position) => container(position, goodContext)),
        ...(broken(size - 1) ? { hostNetwork: true, hostPID: true } : {}),
      }),
  },
  "no-host-path": {
    object: (size, broken) =>
      deployment({
        containers: [container(0, goodContext)],
        volumes: positions(size).map((position): JsonObject => {
          const name = `volume-${String(position)}`;
          return broken(position)
            ? { name, hostPath: { path: `/var/lib/shop/${name}`, type: "Directory" } }
            : { name, configMap: { name } };
        }),
      }),
  },
  "no-default-namespace": {
    whole: true,
    object: (_, broken) => {
      const object = deployment({ containers: [container(0, goodContext)] });
      const metadata = object["metadata"] as JsonObject;
      return broken(0) ? { ...object, metadata: { ...metadata, namespace: "default" } } : object;
    },
  },
  "no-wildcard-rbac": {
    object: (size, broken) => ({
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name: "shop-reader" },
      rules: positions(size).map((position): Json => {
        const rule = {
          apiGroups: ["apps"],
          resources: ["deployments", "replicasets"],
          verbs: ["get", "list", "watch"],
        };
        return broken(position) ? { ...rule, verbs: ["*"] } : rule;
      }),
    }),
  },
  "no-cluster-admin-binding": {
    object: (size, broken) => ({
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: "shop-admins" },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
      subjects: positions(size).map((position): Json =>
        broken(position)
          ? { kind: "ServiceAccount", name: `deployer-${String(position)}`, namespace: "storefront" }
          : { kind: "Group", apiGroup: "rbac.authorization.k8s.io", name: "system:masters" },
      ),
    }),
  },
};

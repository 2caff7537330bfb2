/**
 * The sizes of the largest object that a policy is expected to judge, unless it declares its own: how many elements a list or a map of
 * this name has, and under `characters` how long a text is. Real clusters rarely have more; what has more still gets a verdict while the
 * budget lasts.
 */
export const defaultSizes: Readonly<Record<string, number>> = {
  // Pods: all containers together are the three lists.
  containers: 10,
  initContainers: 5,
  ephemeralContainers: 2,
  volumes: 20,
  volumeMounts: 20,
  env: 50,
  envFrom: 10,
  ports: 10,
  tolerations: 10,
  imagePullSecrets: 5,
  // Security contexts.
  add: 20,
  drop: 20,
  sysctls: 10,
  // RBAC.
  rules: 50,
  subjects: 50,
  verbs: 20,
  resources: 20,
  resourceNames: 20,
  apiGroups: 20,
  nonResourceURLs: 20,
  // Metadata.
  labels: 30,
  annotations: 30,
  ownerReferences: 5,
  finalizers: 5,
  // Ingress and NetworkPolicy.
  paths: 20,
  tls: 10,
  ingress: 20,
  egress: 20,
  // Any other list or map, and every text.
  elements: 20,
  characters: 256,
};

/** Sizes by the name of the field: those that a policy declares, else the published ones. */
export type SizeOf = (field: string) => number;

/** How many elements a list or map has, by the name of its field; of a text, ask for `characters`. */
export function sizesOf(declared: Readonly<Record<string, number>> | undefined): SizeOf {
  const sizes = new Map(Object.entries({ ...defaultSizes, ...declared }));
  return (field) => sizes.get(field) ?? sizes.get("elements") ?? 0;
}

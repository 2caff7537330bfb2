/** Types of expressions, written as TypeScript writes them; what may be absent ends with `?`. */
export type Type = Sort | `${Sort}?`;
export type Sort = Item | `${Item}[]` | `Record<${Item}>`;
export type Scalar = "string" | "Integer" | "number" | "boolean" | "IntOrString" | "Quantity" | "Json";
type Item = Scalar | Model | "string[]";

/** Objects with members of their own. */
export type Model = keyof typeof models;

/** The members of the models that programs read: a part of what the models of test/conformance and of the SDK have. */
export const models = {
  WidgetSpec: {
    text: "string?",
    flag: "boolean?",
    count: "Integer?",
    ratio: "number?",
    port: "IntOrString?",
    memory: "Quantity?",
    free: "Json?",
    main: "Part?",
    parts: "Part[]?",
    tags: "string[]?",
    numbers: "Integer[]?",
    lists: "string[][]?",
    table: "Record<Part>?",
    odd: "OddNames?",
  },
  Part: {
    name: "string",
    on: "boolean?",
    size: "Integer?",
    port: "IntOrString?",
    tags: "string[]?",
    parts: "Part[]?",
    next: "Part?",
  },
  OddNames: {
    input: "string?",
    default: "string?",
    not: "boolean?",
    some: "string[]?",
    with: "Integer?",
    constructor: "string?",
    "a-b": "string?",
    "x.y/z": "string?",
    'quote"`\\': "string?",
  },
  ObjectMeta: {
    name: "string?",
    labels: "Record<string>?",
    annotations: "Record<string>?",
    finalizers: "string[]?",
  },
  PodView: { containers: "Container[]", spec: "PodSpec", metadata: "ObjectMeta?" },
  PodSpec: {
    hostNetwork: "boolean?",
    serviceAccountName: "string?",
    nodeSelector: "Record<string>?",
    securityContext: "PodSecurityContext?",
    terminationGracePeriodSeconds: "Integer?",
  },
  PodSecurityContext: {
    runAsUser: "Integer?",
    runAsNonRoot: "boolean?",
    fsGroup: "Integer?",
    supplementalGroups: "Integer[]?",
  },
  Container: {
    name: "string",
    image: "string?",
    command: "string[]?",
    env: "EnvVar[]?",
    ports: "ContainerPort[]?",
    securityContext: "SecurityContext?",
    tty: "boolean?",
  },
  EnvVar: { name: "string", value: "string?" },
  ContainerPort: { containerPort: "Integer", hostPort: "Integer?", name: "string?" },
  SecurityContext: {
    privileged: "boolean?",
    runAsUser: "Integer?",
    runAsNonRoot: "boolean?",
    procMount: "string?",
    capabilities: "Capabilities?",
  },
  Capabilities: { add: "string[]?", drop: "string[]?" },
  Role: { rules: "PolicyRule[]?" },
  PolicyRule: {
    verbs: "string[]",
    apiGroups: "string[]?",
    resources: "string[]?",
    resourceNames: "string[]?",
    nonResourceURLs: "string[]?",
  },
  NetworkPolicyIngressRule: { from: "NetworkPolicyPeer[]?", ports: "NetworkPolicyPort[]?" },
  NetworkPolicyPeer: { podSelector: "LabelSelector?", namespaceSelector: "LabelSelector?", ipBlock: "IPBlock?" },
  NetworkPolicyPort: { port: "IntOrString?", endPort: "Integer?", protocol: "string?" },
  IPBlock: { cidr: "string", except: "string[]?" },
  LabelSelector: { matchLabels: "Record<string>?", matchExpressions: "LabelSelectorRequirement[]?" },
  LabelSelectorRequirement: { key: "string", operator: "string", values: "string[]?" },
} as const;

/** The members of a sort, each with its type; none when it is no model. */
export function membersOf(sort: Sort): readonly (readonly [name: string, type: Type])[] {
  return isModel(sort) ? Object.entries(models[sort]) : [];
}

export function isModel(sort: Sort): sort is Model {
  return Object.hasOwn(models, sort);
}

export function isOptional(type: Type): boolean {
  return type.endsWith("?");
}

/** The type without its `?`. */
export function sortOf(type: Type): Sort {
  return type.replace(/\?$/, "") as Sort;
}

export function optional(type: Type): Type {
  return `${sortOf(type)}?`;
}

/** The type of the elements of a list; undefined when it is none. */
export function elementOf(sort: Sort): Sort | undefined {
  return sort.endsWith("[]") ? (sort.slice(0, -2) as Sort) : undefined;
}

/** The type of the values of a map; undefined when it is none. */
export function valueOf(sort: Sort): Sort | undefined {
  return sort.startsWith("Record<") ? (sort.slice("Record<".length, -1) as Sort) : undefined;
}

/** A type in TypeScript. */
export function written(type: Type): string {
  const sort = sortOf(type);
  const element = elementOf(sort);
  const value = valueOf(sort);
  const plain =
    element !== undefined
      ? `readonly ${element.endsWith("[]") ? `(${written(element)})` : written(element)}[]`
      : value !== undefined
        ? `Readonly<Record<string, ${written(value)}>>`
        : sort;
  return isOptional(type) ? `${plain} | undefined` : plain;
}

/*
 * What the CEL of each host offers, by version. Policies are written for the oldest version that writ supports of a host, and mean the
 * same on every later one. An encoding names in `requires` the features that it cannot do without: a policy is refused where it asks for
 * one that the host lacks.
 */

/** A part of CEL that not every version of every host has. What all have (macros, RE2, `split`, `join`, `find`, …) is not asked for. */
export type CelFeature = keyof typeof features;

/** Who evaluates an expression. */
export type CelHostName = keyof typeof hosts;

/** A host and its version, `major.minor`: that of Kubernetes for `vap`, else that of Kyverno. */
export interface HostVersion {
  readonly name: CelHostName;
  readonly version: string;
}

/**
 * The minor of Kubernetes 1 whose CEL environment brought each feature (`pkg/cel/environment/base.go` of k8s.io/apiserver). A new
 * ValidatingAdmissionPolicy may use it one minor later, so that it survives a rollback.
 */
const features = {
  /** `.?field`, `[?index]`, `orValue`, `optional.of`. */
  optionals: 28,
  /** `dyn(1) < 1.5`. */
  mixedNumbers: 28,
  /** `quantity`, `isQuantity`. */
  quantity: 28,
  /** `sets.contains`, `sets.intersects`, `sets.equivalent`. */
  sets: 29,
  /** `'%s'.format([…])`. */
  format: 29,
  /** `ip`, `isIP`. */
  ip: 30,
  /** `cidr`, `isCIDR`. */
  cidr: 30,
  /** `format.dns1123Label()` and the like. */
  namedFormats: 31,
  /** `all(index, value, …)`, `transformList`, `transformMap`. */
  twoVariables: 32,
  /** `semver`, `isSemver`. */
  semver: 33,
  /** `sort`, `distinct`, `slice`, `flatten`, `reverse`, `lists.range`. */
  lists: 34,
} as const;

interface Host {
  /** What its users call it. */
  readonly title: string;
  /** The newest minor whose features an expression may use, by version, oldest first. */
  readonly versions: Readonly<Record<string, number>>;
}

// Kyverno compiles in the environment for stored expressions, which knows all that the k8s.io/apiserver it is built with has.
const vendored = { "1.17": 35, "1.18": 35, "1.19": 36 } as const;

const hosts = {
  vap: {
    title: "Kubernetes",
    versions: {
      ...{ "1.30": 29, "1.31": 30, "1.32": 31, "1.33": 32, "1.34": 33, "1.35": 34, "1.36": 35, "1.37": 36 },
    },
  },
  // policies.kyverno.io/v1 is there since 1.17.
  kyverno: { title: "Kyverno", versions: vendored },
  "kyverno-legacy": { title: "Kyverno", versions: { "1.13": 31, "1.14": 32, "1.15": 33, "1.16": 34, ...vendored } },
} as const satisfies Readonly<Record<string, Host>>;

/** The versions that are known for a host, oldest first. */
export function knownVersions(name: CelHostName): readonly string[] {
  return Object.keys(hosts[name].versions);
}

/** The oldest version that is supported: what is written for it means the same on every later one. */
export function baseline(name: CelHostName): HostVersion {
  const [version = ""] = knownVersions(name);
  return { name, version };
}

/** Why an expression for the host cannot use a feature; undefined when it can. A version that is not known counts as the oldest. */
export function lacking({ name, version }: HostVersion, feature: CelFeature): string | undefined {
  const { title, versions }: Host = hosts[name];
  const newest = versions[version] ?? Math.min(...Object.values(versions));
  if (features[feature] <= newest) return undefined;
  const [since] = Object.entries(versions).find(([, minor]) => features[feature] <= minor) ?? [];
  return since === undefined ? `no version of ${title} can` : `needs ${title} ${since}, and ${version} is asked for`;
}

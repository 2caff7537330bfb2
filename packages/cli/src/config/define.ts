import type { Severity } from "@writ/sdk";

/** What an engine in a cluster does about a violation: it keeps it in a report, warns whoever asked, or refuses the request. */
export type EnforcementAction = "audit" | "warn" | "deny";

/** Namespaces by their names or labels, or both, and what is done there. Everything that is given must hold. */
export interface NamespaceAction {
  readonly action: EnforcementAction;
  readonly names?: readonly string[];
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** As in a Kubernetes label selector. */
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
    readonly values?: readonly string[];
  }[];
}

/** How a policy is enforced. */
export interface PolicyEnforcement {
  /** Default: `audit`. */
  readonly action?: EnforcementAction;
  /** Other actions in some namespaces: the first entry that selects a namespace decides. */
  readonly namespaces?: readonly NamespaceAction[];
  /** What happens to a request that the engine could not judge. Default: `Fail`, which refuses it. */
  readonly failurePolicy?: "Fail" | "Ignore";
  /** Namespaces left out. Default: `kube-system`, and `kyverno` for Kyverno. An empty list leaves none out. */
  readonly exclude?: readonly string[];
}

/** How policies are enforced in a cluster. `writ build --enforce` takes the place of every action here. */
export interface EnforcementConfig extends PolicyEnforcement {
  /** By policy id. A policy with an action or namespaces of its own follows those alone. */
  readonly policies?: Readonly<Record<string, EnforcementAction | PolicyEnforcement>>;
}

/** What `writ build` should know about the cluster. */
export interface ClusterConfig {
  /** Such as `1.19`: a kind of object that this version does not have is refused. */
  readonly kyvernoVersion?: string;
  /** Makes the target `kyverno` write NamespacedValidatingPolicies for this namespace. */
  readonly kyvernoNamespace?: string;
  /** `object` makes the target `vap` read parameters from an object of their own in the cluster. Default: `inline`. */
  readonly params?: "inline" | "object";
}

/** What writ.config.ts exports by default. Paths and globs are relative to the file. */
export interface WritConfig {
  /** Globs of policy modules, folders, or packages such as `@writ/policies`. Default: every `policy.ts` below `policies`. */
  readonly policies?: readonly string[];
  /** Values for the parameters of policies, by policy id. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Severities other than the policies' own, by policy id. */
  readonly severity?: Readonly<Record<string, Severity>>;
  /** The lowest severity that makes `writ check` end with exit code 1. Default: `low`. */
  readonly failOn?: Severity | "none";
  /** What `writ check` judges when no path is given: files, folders, globs. Default: the current folder. */
  readonly inputs?: readonly string[];
  /** Globs of files that `writ check` leaves out when it walks a folder. */
  readonly exclude?: readonly string[];
  /** What the objects of `writ build` do about a violation, and where. */
  readonly enforcement?: EnforcementConfig;
  readonly cluster?: ClusterConfig;
}

/**
 * Types the configuration; returns it as it is.
 *
 * @example
 * export default defineConfig({ policies: ["@writ/policies"], failOn: "medium" });
 */
export function defineConfig(config: WritConfig): WritConfig {
  return config;
}

/** What an engine does about a violation: it keeps it in a report, tells whoever asked, or refuses the request. */
export type Enforcement = "audit" | "warn" | "deny";

/** Every enforcement, mildest first. */
export const enforcements: readonly Enforcement[] = ["audit", "warn", "deny"];

/** One condition on the labels of a namespace, as Kubernetes writes it. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  /** For `In` and `NotIn`. */
  readonly values?: readonly string[];
}

/** Another enforcement for the namespaces that meet every requirement. */
export interface NamespaceEnforcement {
  readonly requirements: readonly LabelRequirement[];
  readonly enforcement: Enforcement;
}

/** How the objects of one policy are made for a cluster. */
export interface ProductOptions {
  /** For namespaces that none of `namespaces` selects, and for what no namespace holds. */
  readonly enforcement: Enforcement;
  /** The first whose requirements a namespace meets decides for it. */
  readonly namespaces: readonly NamespaceEnforcement[];
  /** What happens to a request that the engine could not judge. */
  readonly failurePolicy: "Fail" | "Ignore";
  /** Namespaces that the policy leaves out; undefined: those of the cluster and of the engine itself. */
  readonly excludedNamespaces: readonly string[] | undefined;
  /** A namespace for the form of the policy that lives in one and judges only there, where an engine has that form. */
  readonly namespace: string | undefined;
  /** Parameters as constants in the expressions, or as an object of their own that the cluster's administrator changes. */
  readonly params: "inline" | "object";
  /** The version of Kyverno in the cluster, such as `1.19`; undefined: one that has the kind of object. */
  readonly kyvernoVersion: string | undefined;
}

/** The options of a policy about which nothing is configured but the enforcement. */
export function defaultProductOptions(enforcement: Enforcement = "audit"): ProductOptions {
  return {
    enforcement,
    namespaces: [],
    failurePolicy: "Fail",
    excludedNamespaces: undefined,
    namespace: undefined,
    params: "inline",
    kyvernoVersion: undefined,
  };
}

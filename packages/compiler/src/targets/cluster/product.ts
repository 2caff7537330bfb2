import { stringify } from "yaml";

/** One Kubernetes object, as plain JSON. */
export type KubernetesObject = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
} & Readonly<Record<string, unknown>>;

/** The Kubernetes objects of one policy. */
export interface KubernetesProduct {
  readonly policyId: string;
  /** The policy, and what puts it in force. */
  readonly objects: readonly KubernetesObject[];
  /** What must be in the cluster before: by the name of the file beside that of the policy. */
  readonly before?: Readonly<Record<string, readonly KubernetesObject[]>>;
}

/** Objects as a YAML stream. */
export function yamlOf(objects: readonly object[]): string {
  return objects.map((object) => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false })).join("---\n");
}

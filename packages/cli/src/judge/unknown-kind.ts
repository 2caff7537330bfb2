import type { KindIndex } from "./kind-index.js";
import { nearest } from "../suggest.js";

/** Where a document that no policy matches stands. */
export interface Unmatched {
  /** Of no interest, or of a kind that Kubernetes does not have where it is written. */
  readonly known: boolean;
  readonly help?: string;
}

/**
 * Tells a kind that the policies leave alone from one that they would judge if it were spelt or versioned rightly:
 * `apps/v1 Deploymnet`, `extensions/v1beta1 Deployment`. `isBuiltIn` knows the kinds of Kubernetes itself.
 */
export function classifyUnmatched(
  apiVersion: string,
  kind: string,
  index: KindIndex,
  isBuiltIn: (apiVersion: string, kind: string) => boolean,
): Unmatched {
  const matched = [...index.values()].map((policies) => policies.kind);
  const group = groupOf(apiVersion);
  const sameName = matched.find((candidate) => candidate.kind === kind);
  const concerns =
    matched.some((candidate) => candidate.group === group) || (sameName !== undefined && isOwnGroup(group));
  if (!concerns || isBuiltIn(apiVersion, kind)) return { known: true };
  if (sameName !== undefined) {
    const right = sameName.group === "" ? sameName.version : `${sameName.group}/${sameName.version}`;
    return { known: false, help: `write \`apiVersion: ${right}\`` };
  }
  const names = matched.filter((candidate) => candidate.group === group).map((candidate) => candidate.kind);
  const meant = nearest(kind, names);
  return { known: false, ...(meant === undefined ? {} : { help: `did you mean \`kind: ${meant}\`?` }) };
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash === -1 ? "" : apiVersion.slice(0, slash);
}

/** Groups of Kubernetes itself have no dot or end in `.k8s.io`; in all others a kind of the same name is another thing. */
function isOwnGroup(group: string): boolean {
  return !group.includes(".") || group.endsWith(".k8s.io");
}

/** The versions of an engine that have a kind of object, each as `major.minor`. */
export interface Lifecycle {
  readonly engine: string;
  readonly kind: string;
  /** The first version with everything that writ emits. */
  readonly since: string;
  readonly deprecated?: string;
  /** The first version without it, as announced. */
  readonly removed?: string;
}

/** What a cluster with this version of the engine would do with the object, if not judge by it; undefined when all is well. */
export function outsideLifecycle({ engine, kind, since, removed }: Lifecycle, version: string): string | undefined {
  if (compareVersions(version, since) < 0) return `${engine} ${version} has no such ${kind}: it came with ${since}`;
  if (removed !== undefined && compareVersions(version, removed) >= 0) {
    return `${engine} ${version} has no ${kind}: its removal is announced for ${removed}`;
  }
  return undefined;
}

/** What everybody should know who uses the kind of object now. */
export function lifecycleNotice({ engine, kind, deprecated, removed }: Lifecycle): string | undefined {
  if (deprecated === undefined) return undefined;
  const end = removed === undefined ? "" : ` and its removal is announced for ${removed}`;
  return `${kind} is deprecated since ${engine} ${deprecated}${end}`;
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.replace(/^v/, "").split(".").map(Number));
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}

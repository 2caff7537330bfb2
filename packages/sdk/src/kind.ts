/** A Kubernetes kind that a policy can match; the model's value half, so that `kinds(Deployment)` reads like the manifest. */
export interface Kind<Resource> {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The resource name that match constraints use, for example `deployments`. */
  readonly plural: string;
  readonly namespaced: boolean;
  /** Only for inference: never present at run time. */
  readonly resource?: Resource;
}

/**
 * Describes a kind. The generated models call it; write it by hand only for a custom resource without a CRD file
 * (`writ types crd.yaml` makes the whole model from one).
 */
export function kind<Resource>(
  group: string,
  version: string,
  name: string,
  plural: string,
  namespaced: boolean,
): Kind<Resource> {
  return { group, version, kind: name, plural, namespaced };
}

/** `apps/v1`, or `v1` for the core group: what `apiVersion` holds in a manifest. */
export function apiVersionOf(of: Pick<Kind<unknown>, "group" | "version">): string {
  return of.group === "" ? of.version : `${of.group}/${of.version}`;
}

import type { PolicyRule } from "../models/rbac/v1.js";

/** What a request to the API would do, in the words of a PolicyRule. */
export interface ResourceAccess {
  /** `get`, `create`, `escalate`, …; `*` is only covered by a rule that says `*`. */
  readonly verb: string;
  /** The core group is the empty text. */
  readonly apiGroup: string;
  /** `pods`, or with a subresource `pods/exec`. */
  readonly resource: string;
  /** The object's name; absent for requests that name none, which no rule with `resourceNames` covers. */
  readonly resourceName?: string;
}

/** What a request to a path outside the API's resources would do. */
export interface UrlAccess {
  readonly verb: string;
  /** `/metrics`, `/healthz/etcd`. */
  readonly nonResourceURL: string;
}

/**
 * Whether a rule of a Role or ClusterRole covers a request, as the RBAC authorizer decides it (`RuleAllows` in Kubernetes): `*` in
 * verbs, apiGroups and resources covers all, a star before a subresource (`*` + `/scale`) that subresource of every resource, and a rule
 * with resourceNames only objects of these names. `pods` covers no subresource of pods.
 *
 * @example ruleCovers(rule, { verb: "create", apiGroup: "", resource: "pods/exec" })
 */
export function ruleCovers(rule: PolicyRule, access: ResourceAccess | UrlAccess): boolean {
  if (!covers(rule.verbs, (verb) => verb === "*" || verb === access.verb)) return false;
  if ("nonResourceURL" in access) {
    return covers(rule.nonResourceURLs, (url) => urlCovers(url, access.nonResourceURL));
  }
  const names = rule.resourceNames ?? [];
  return (
    covers(rule.apiGroups, (group) => group === "*" || group === access.apiGroup) &&
    covers(rule.resources, (resource) => resourceCovers(resource, access.resource)) &&
    (names.length === 0 || names.includes(access.resourceName ?? ""))
  );
}

/**
 * Whether one of the `resources` of a rule covers a resource, as the RBAC authorizer decides it: `*` covers all, a star before a
 * subresource (`*` + `/scale`) that subresource of every resource, anything else itself alone.
 *
 * @example resourceCovers("pods", "pods/exec") // false
 */
export function resourceCovers(ruleResource: string, resource: string): boolean {
  if (typeof (resource as unknown) !== "string") return false;
  const slash = resource.indexOf("/");
  const anySubresource = slash >= 0 && slash < resource.length - 1 && ruleResource === `*${resource.slice(slash)}`;
  return ruleResource === "*" || ruleResource === resource || anySubresource;
}

/**
 * Whether one of the `nonResourceURLs` of a rule covers a path, as the RBAC authorizer decides it: stars at the end stand for
 * anything, and a star before that for itself.
 *
 * @example urlCovers("/healthz/*", "/healthz/etcd") // true
 */
export function urlCovers(ruleUrl: string, path: string): boolean {
  if (typeof (ruleUrl as unknown) !== "string" || typeof (path as unknown) !== "string") return false;
  if (ruleUrl === path) return true;
  return ruleUrl.endsWith("*") && path.startsWith(withoutStars(ruleUrl));
}

function withoutStars(url: string): string {
  let end = url.length;
  while (url.charAt(end - 1) === "*") end -= 1;
  return url.slice(0, end);
}

function covers(list: readonly string[] | undefined, one: (text: string) => boolean): boolean {
  return (list ?? []).some(one);
}

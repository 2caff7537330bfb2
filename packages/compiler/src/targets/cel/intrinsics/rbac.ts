import type { rbacIntrinsics } from "../../../intrinsics/rbac.js";
import { type Cel, and, list, literal, method, or, relation, sum } from "../ast.js";
import type { CelEncoding } from "./encoding.js";

export const rbacEncodings: Readonly<Record<keyof typeof rbacIntrinsics, CelEncoding>> = {
  resourceCovers: { reads: "often", value: (_, rule, resource) => resourceCovers(rule, resource) },
  urlCovers: { reads: "often", value: (_, rule, path) => urlCovers(rule, path) },
};

function resourceCovers(rule: Cel, resource: Cel): Cel {
  if (resource.kind === "literal" && typeof resource.value === "string") {
    const slash = resource.value.indexOf("/");
    const hasSubresource = slash >= 0 && slash < resource.value.length - 1;
    const covering = ["*", resource.value, ...(hasSubresource ? [`*${resource.value.slice(slash)}`] : [])];
    return relation("in", rule, list([...new Set(covering)].map(literal)));
  }
  const subresource = method(resource, "substring", method(resource, "indexOf", literal("/")));
  return or([
    relation("==", rule, literal("*")),
    relation("==", rule, resource),
    and([
      method(resource, "contains", literal("/")),
      relation("!=", rule, literal("*/")),
      relation("==", rule, sum([literal("*"), subresource])),
    ]),
  ]);
}

function urlCovers(rule: Cel, path: Cel): Cel {
  const withoutStars = method(rule, "find", literal("(?s)^(?:.*[^*])?"));
  return or([
    relation("==", rule, path),
    and([method(rule, "endsWith", literal("*")), method(path, "startsWith", withoutStars)]),
  ]);
}

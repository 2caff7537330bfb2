import { ruleExpressions, walk, type CompiledPolicy, type PolicyRequest } from "@writ/compiler/ir";
import { constantsOf } from "../constants.js";
import { isObject } from "../kind.js";

/** The request around the same object: other operations, an old object, one that is being deleted, other namespaces. */
export function requestEdits(policy: CompiledPolicy, seed: PolicyRequest): readonly PolicyRequest[] {
  const { object, namespace } = seed;
  const reads = rootsOf(policy);
  const metadata = object["metadata"];
  const deleted = isObject(metadata) ? { ...metadata, deletionTimestamp: "2026-01-01T00:00:00Z" } : undefined;
  const requests: readonly (PolicyRequest | undefined)[] = [
    // An update that changes nothing is where a rule about changes must be quiet.
    { ...seed, operation: "UPDATE", oldObject: object },
    seed.oldObject === undefined ? undefined : { ...seed, operation: "UPDATE", oldObject: seed.oldObject },
    deleted === undefined ? undefined : { ...seed, object: { ...object, metadata: deleted } },
    reads.has("operation") || reads.has("oldObject") || reads.has("oldPod")
      ? { ...seed, operation: "DELETE", oldObject: seed.oldObject ?? object }
      : undefined,
    ...(reads.has("namespace") && namespace !== undefined
      ? constantsOf(policy).flatMap((name) =>
          typeof name === "string" && name !== "" ? [{ ...seed, namespace: { name } }] : [],
        )
      : []),
  ];
  return requests.filter((request) => request !== undefined);
}

function rootsOf(policy: CompiledPolicy): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        if (node.kind === "root") roots.add(node.root);
      });
    }
  }
  return roots;
}

/** An object's own namespace is that of its request. */
export function inItsNamespace(request: PolicyRequest): PolicyRequest {
  const metadata = request.object["metadata"];
  const own = isObject(metadata) ? metadata["namespace"] : undefined;
  return request.namespace !== undefined && typeof own === "string" && own !== ""
    ? { ...request, namespace: { name: own } }
    : request;
}

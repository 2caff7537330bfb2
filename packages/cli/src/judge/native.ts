import type { PolicyRequest } from "@writ/compiler/ir";
import { type AdmittedObject, type Violation, admitted, isBeingDeleted, runPolicy } from "@writ/sdk/runtime";
import type { KindPolicies, KindPolicy } from "./kind-index.js";

/** What one policy says about one document: its violations in canonical order, or why it could not say. */
export type Opinion = readonly Violation[] | { readonly failed: string };

const clean: readonly Violation[] = [];

/** Runs the policies' own TypeScript on a request, in the order of the kind's policies. */
export function runNative(request: PolicyRequest, { policies, drop }: KindPolicies): readonly Opinion[] {
  const object = admitted(request.object, drop);
  if (isBeingDeleted(object)) return policies.map(() => clean);
  const { oldObject } = request;
  const old = oldObject === undefined ? undefined : admitted(oldObject, drop);
  return policies.map((policy) => opinionOf(policy, request, object, old));
}

function opinionOf(
  { entry, guard }: KindPolicy,
  request: PolicyRequest,
  object: AdmittedObject,
  oldObject: AdmittedObject | undefined,
): Opinion {
  if (!entry.compiled.operations.includes(request.operation)) return clean;
  const problem = guard(request);
  if (problem !== undefined) return [problem];
  if (entry.native === undefined) return { failed: "its TypeScript is not loaded" };
  const { operation, namespace } = request;
  try {
    return runPolicy(entry.native, { object, oldObject, operation, namespace, params: entry.compiled.params });
  } catch (error) {
    return { failed: `its TypeScript throws: ${error instanceof Error ? error.message : String(error)}` };
  }
}

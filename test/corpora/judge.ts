import { apiVersionOf, type Policy } from "@writ/sdk";
import { admitted, runPolicy, type Violation } from "@writ/sdk/runtime";
import type { Document } from "./corpus.js";

/** Values for some parameters of a policy; the others keep their defaults. */
export type Params = Readonly<Record<string, unknown>>;

/** Whether the policy looks at documents of this kind. */
export function matches(policy: Policy, document: Document): boolean {
  return policy.match.kinds.some(
    (kind) => kind.kind === document["kind"] && apiVersionOf(kind) === document["apiVersion"],
  );
}

/** The violations that the policy's own TypeScript finds in a document; none for a kind it does not look at. */
export function judge(policy: Policy, document: Document, params: Params = {}): readonly Violation[] {
  if (!matches(policy, document)) return [];
  const defaults = Object.entries(policy.params).map(([name, schema]) => [name, schema.default]);
  return runPolicy(policy, {
    object: admitted(document),
    operation: "CREATE",
    params: { ...(Object.fromEntries(defaults) as Params), ...params },
  });
}

import type { CompiledPolicy } from "../../ir/policy.js";
import { ruleExpressions, walk } from "../../ir/visit.js";

/**
 * Whether a verdict depends on what is asked and not only on the object: a scan of what is in the cluster has neither an operation nor an
 * object before it, and would report other verdicts than admission gave.
 */
export function dependsOnRequest(policy: CompiledPolicy): boolean {
  let found = false;
  for (const expr of policy.ir.rules.flatMap(ruleExpressions)) {
    walk(expr, (node) => {
      if (node.kind === "root") found ||= node.root !== "object" && node.root !== "pod" && node.root !== "namespace";
      if (node.kind === "containers") found ||= node.of === "oldPod";
    });
  }
  return found;
}

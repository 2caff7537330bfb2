import type { Expr, Span } from "../../ir/nodes.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import { ruleExpressions, walk } from "../../ir/visit.js";
import type { CelHost } from "./emitter.js";

/** Something in a policy that a CEL target would say more weakly, or otherwise: the policy is refused there. */
export interface Unsupported {
  readonly what: string;
  /** The place in the policy's source: relative file, 1-based line and column. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The first thing in a policy that cannot be said as CEL for a host; undefined when everything can. */
export function unsupported(policy: CompiledPolicy, { decoded }: CelHost): Unsupported | undefined {
  const { file, line, column } = policy;
  const request = unmatchedOperation(policy);
  if (request !== undefined) {
    const [index, at, from] = request;
    const what = "it judges DELETE or CONNECT, and only CREATE and UPDATE are matched";
    return { what, file: policy.ir.files[index] ?? file, line: at, column: from };
  }
  if (decoded) return undefined;
  const { byKind, oldObject, oldPod } = policy.ir.shapes;
  if (byKind !== undefined)
    return { what: "it tells its kinds apart, and the shape guard does not yet", file, line, column };
  if (oldObject === undefined && oldPod === undefined) return undefined;
  return { what: "it reads the old object, which the shape guard does not look at yet", file, line, column };
}

const unmatched = new Set<unknown>(["DELETE", "CONNECT"]);

/** Where a policy compares the operation with one that no request to it has. */
function unmatchedOperation(policy: CompiledPolicy): Span | undefined {
  const found: Span[] = [];
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        if (comparedWithOperation(node).some((one) => one.kind === "literal" && unmatched.has(one.value)))
          found.push(node.span);
      });
    }
  }
  return found[0];
}

function comparedWithOperation(node: Expr): readonly Expr[] {
  const isOperation = (expr: Expr): boolean => expr.kind === "root" && expr.root === "operation";
  if (node.kind === "equal") return isOperation(node.left) ? [node.right] : isOperation(node.right) ? [node.left] : [];
  return node.kind === "includes" && node.list.kind === "list" && isOperation(node.value) ? node.list.elements : [];
}

import type { SourceRange } from "../../diagnostics/index.js";
import type { Expr, Span } from "../../ir/nodes.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import { ruleExpressions, walk } from "../../ir/visit.js";
import { lacking } from "../capabilities.js";
import type { CelHost } from "./emitter.js";
import { encodings } from "./intrinsics/table.js";

/** Something in a policy that a CEL target would say more weakly, or otherwise, at the place that asks for it: the policy is refused there. */
export interface Unsupported extends SourceRange {
  readonly what: string;
}

/** The first thing in a policy that cannot be said as CEL for a host; undefined when everything can. */
export function unsupported(policy: CompiledPolicy, host: CelHost): Unsupported | undefined {
  const { file, line, column } = policy;
  const own: SourceRange = { file, line, column, endLine: line, endColumn: column + policy.exportName.length };
  const request = unmatchedOperation(policy);
  if (request !== undefined) {
    const what = "it judges DELETE or CONNECT, and only CREATE and UPDATE are matched";
    return { what, ...rangeOf(policy, request) };
  }
  const missing = missingFeature(policy, host);
  if (missing !== undefined || host.decoded) return missing;
  const { byKind, oldObject, oldPod } = policy.ir.shapes;
  if (byKind !== undefined) return { what: "it tells its kinds apart, and the shape guard does not yet", ...own };
  if (oldObject === undefined && oldPod === undefined) return undefined;
  return { what: "it reads the old object, which the shape guard does not look at yet", ...own };
}

function rangeOf(policy: CompiledPolicy, [index, line, column, endLine, endColumn]: Span): SourceRange {
  return { file: policy.ir.files[index] ?? policy.file, line, column, endLine, endColumn };
}

function missingFeature(policy: CompiledPolicy, host: CelHost): Unsupported | undefined {
  const found: Unsupported[] = [];
  see(policy, (node) => {
    if (node.kind !== "call") return;
    for (const feature of encodings[node.intrinsic].requires ?? []) {
      const reason = lacking(host, feature);
      if (reason !== undefined) found.push({ what: `\`${node.intrinsic}\` ${reason}`, ...rangeOf(policy, node.span) });
    }
  });
  return found[0];
}

function see(policy: CompiledPolicy, node: (node: Expr) => void): void {
  for (const rule of policy.ir.rules) for (const expr of ruleExpressions(rule)) walk(expr, node);
}

const unmatched = new Set<unknown>(["DELETE", "CONNECT"]);

/** Where a policy compares the operation with one that no request to it has. */
function unmatchedOperation(policy: CompiledPolicy): Span | undefined {
  const found: Span[] = [];
  see(policy, (node) => {
    if (comparedWithOperation(node).some((one) => one.kind === "literal" && unmatched.has(one.value)))
      found.push(node.span);
  });
  return found[0];
}

function comparedWithOperation(node: Expr): readonly Expr[] {
  const isOperation = (expr: Expr): boolean => expr.kind === "root" && expr.root === "operation";
  if (node.kind === "equal") return isOperation(node.left) ? [node.right] : isOperation(node.right) ? [node.left] : [];
  return node.kind === "includes" && node.list.kind === "list" && isOperation(node.value) ? node.list.elements : [];
}

import type { SourceRange } from "../../diagnostics/index.js";
import { namesConnect } from "../../ir/operations.js";
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
  return connection(policy) ?? missingFeature(policy, host);
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

/** A CONNECT carries the options of the connection, no object of the kind. */
function connection(policy: CompiledPolicy): Unsupported | undefined {
  if (!policy.operations.includes("CONNECT")) return undefined;
  const found: Unsupported[] = [];
  const what = "it judges CONNECT, whose requests do not carry the object";
  see(policy, (node) => {
    if (namesConnect(node)) found.push({ what, ...rangeOf(policy, node.span) });
  });
  return found[0];
}

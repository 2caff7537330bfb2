import type { SourceRange } from "../../diagnostics/index.js";
import { namesConnect } from "../../ir/operations.js";
import type { Expr, Span } from "../../ir/nodes.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import { ruleExpressions, walk } from "../../ir/visit.js";
import { lacking } from "../capabilities.js";
import type { Cel } from "./ast.js";
import type { CelHost } from "./emitter.js";
import { encodings } from "./intrinsics/table.js";
import { brokenParserLimit } from "./limits.js";
import { celProgram } from "./program.js";
import type { CelVariable } from "./roots.js";

/** Something in a policy that a CEL target would say more weakly, or otherwise, at the place that asks for it: the policy is refused there. */
export interface Unsupported extends SourceRange {
  readonly what: string;
}

/** The first thing in a policy that cannot be said as CEL for a host; undefined when everything can. */
export function unsupported(policy: CompiledPolicy, host: CelHost): Unsupported | undefined {
  return connection(policy) ?? missingFeature(policy, host) ?? tooLarge(policy, host);
}

/** An expression that no host would parse. It stands at the rule that it is made of, or at the policy when several are. */
function tooLarge(policy: CompiledPolicy, host: CelHost): Unsupported | undefined {
  const { file, line, column, exportName } = policy;
  const own: SourceRange = { file, line, column, endLine: line, endColumn: column + exportName.length };
  const { variables, validation, message } = celProgram(policy, host);
  const named = (name: string, expression: Cel): CelVariable => ({ name, expression });
  for (const { expression, span } of [...variables, named("validation", validation), named("message", message)]) {
    const limit = brokenParserLimit(expression);
    if (limit === undefined) continue;
    const what = `its expression ${limit}`;
    return { what, ...(span === undefined ? own : rangeOf(policy, span)) };
  }
  return undefined;
}

/** Where in the policy's source a part of its IR comes from. */
export function rangeOf(policy: CompiledPolicy, [index, line, column, endLine, endColumn]: Span): SourceRange {
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

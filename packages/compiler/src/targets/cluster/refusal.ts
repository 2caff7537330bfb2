import type { SourceRange } from "../../diagnostics/index.js";
import type { CompiledPolicy } from "../../ir/policy.js";

/** Why a policy has no product for a target. */
export type RefusalReason =
  /** The policy says something that the target cannot say. */
  | "unsupported"
  /** The configuration asks for an enforcement or a form that the target does not have for this policy. */
  | "enforcement"
  /** The engine's version does not have the kind of object. */
  | "version"
  /** An object would break a limit of Kubernetes. */
  | "limit"
  /** Judging the largest object that the policy is meant for could cost more than the engine allows. */
  | "cost";

/** A refusal at the place in the policy's source that caused it. */
export interface Refusal extends SourceRange {
  readonly reason: RefusalReason;
  readonly what: string;
  readonly help?: string;
}

/** A refusal of the whole policy, at its declaration. */
export function refusal(policy: CompiledPolicy, reason: RefusalReason, what: string, help?: string): Refusal {
  const { file, line, column, exportName } = policy;
  const range: SourceRange = { file, line, column, endLine: line, endColumn: column + exportName.length };
  return { reason, what, ...(help === undefined ? {} : { help }), ...range };
}

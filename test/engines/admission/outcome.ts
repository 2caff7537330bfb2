import { meaningOf } from "@writ/prove/engines";
import type { Subject } from "../matrix/subject.js";
import type { AdmissionVerdict } from "../src/cluster/admission.js";
import type { ControlledTrial } from "./control.js";
import type { Trial } from "./trial.js";

/** What came of holding the answer of a cluster against what the policy says where it was written. */
export type Outcome =
  | { readonly kind: "agree"; readonly denied: boolean }
  | { readonly kind: "differ"; readonly expected: string; readonly found: string }
  /** Something else answered: API validation, or a step of admission before policies. */
  | { readonly kind: "not admissible"; readonly reason: string };

/** The local verdict on what has no violation. */
export const allowed = "allowed";

/** The local verdict: the text of the denial, or `allowed`. The author's own TypeScript and the interpreter must say the same. */
export function localVerdict({ bench }: Subject, request: Trial["request"]): string {
  const { violations, text } = meaningOf(bench.compiled)(request);
  const { native } = bench.judge(request);
  if (JSON.stringify(native) !== JSON.stringify(violations))
    throw new Error(
      `${bench.compiled.id} differs on ${JSON.stringify(request)}: ${JSON.stringify({ native, violations })}`,
    );
  return text === "" ? allowed : text;
}

/** The outcome for one of the policies in force, by which the trial need not have been made. */
export function outcomeOf(trial: ControlledTrial, subject: Subject, verdict: AdmissionVerdict): Outcome {
  if (trial.control.kind === "impossible") return { kind: "not admissible", reason: trial.control.reason };
  const expected = localVerdict(subject, trial.request);
  const own = verdict.denials.filter(({ policy }) => policy === subject.bench.compiled.id);
  if (own.length > 0) {
    const found = own.map(({ message, stage }) => (stage === undefined ? message : `${stage}: ${message}`)).join("\n");
    return found === expected ? { kind: "agree", denied: true } : { kind: "differ", expected, found };
  }
  if (trial.control.kind === "refused") {
    const { reason } = trial.control;
    if (verdict.outcome !== "allow") return { kind: "not admissible", reason };
    return { kind: "differ", expected: `refused: ${reason}`, found: allowed };
  }
  // Another policy's denial says that this one lets the request pass only where the engine tells all denials.
  if (verdict.outcome === "error" && verdict.denials.length === 0)
    return { kind: "differ", expected, found: verdict.message ?? "an error" };
  return expected === allowed ? { kind: "agree", denied: false } : { kind: "differ", expected, found: allowed };
}

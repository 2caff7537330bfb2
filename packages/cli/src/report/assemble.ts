import type { Severity } from "@writ/sdk";
import type { Findings } from "../judge/collect.js";
import type { Tally } from "../judge/walk.js";
import type { PolicyEntry } from "../policies/policy-set.js";
import type { Report, ReportPolicy, ReportSummary } from "./report.js";

/** The report of what a walk found, in the order of the input. */
export function assembleReport(
  policies: readonly PolicyEntry[],
  findings: Findings,
  tally: Tally,
  run: Pick<ReportSummary, "engine" | "policySource" | "admission">,
): Report {
  const violations = findings.violations.toSorted(byOrder).map(({ violation }) => violation);
  const errors = findings.errors.toSorted(byOrder).map(({ error }) => error);
  const amount = (wanted: Severity): number => violations.filter(({ severity }) => severity === wanted).length;
  return {
    summary: {
      files: tally.files,
      documents: tally.documents,
      policies: policies.length,
      violations: violations.length,
      errors: errors.length,
      judged: findings.judged,
      unmatched: tally.unmatched,
      unknownKinds: tally.unknownKinds,
      others: tally.others,
      filesWithoutObjects: tally.filesWithoutObjects,
      bySeverity: { low: amount("low"), medium: amount("medium"), high: amount("high"), critical: amount("critical") },
      ...run,
    },
    violations,
    errors,
    notices: findings.notices.toSorted(byOrder).map(({ error }) => error),
    policies: policies.map(described),
  };
}

function byOrder(a: { readonly order: number }, b: { readonly order: number }): number {
  return a.order - b.order;
}

function described({ compiled, severity }: PolicyEntry): ReportPolicy {
  const { id, title, description, remediation, controls } = compiled;
  return {
    id,
    title,
    severity,
    ...(description === undefined ? {} : { description }),
    ...(remediation === undefined ? {} : { remediation }),
    controls,
  };
}

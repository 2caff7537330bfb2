import type { Severity } from "@writ/sdk";

/** Lowest first. Stated here as well as in the SDK, whose index also loads every model: too slow for a command's start. */
export const severities = ["low", "medium", "high", "critical"] as const satisfies readonly Severity[];

/** Whether a violation of this severity counts for the exit code. */
export function counts(severity: Severity, failOn: Severity | "none"): boolean {
  return failOn !== "none" && severities.indexOf(severity) >= severities.indexOf(failOn);
}

export function isSeverity(value: unknown): value is Severity {
  return severities.includes(value as Severity);
}

import type { EngineVerdict } from "./engine.js";

/** One result of an openreports.io report, as the Kyverno CLI prints it. */
interface ReportResult {
  readonly result: "pass" | "fail" | "error" | "skip" | "warn";
  readonly message?: string;
  readonly resources?: readonly ReportedResource[];
}

/** Which object a result is about. */
export interface ReportedResource {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** The results of every report in what the CLI printed; `undefined` when it printed none. */
export function readReports(stdout: string): readonly ReportResult[] | undefined {
  const reports = stdout.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    try {
      return [JSON.parse(line) as { readonly results?: readonly ReportResult[] }];
    } catch {
      return [];
    }
  });
  return reports.length === 0 ? undefined : reports.flatMap(({ results }) => results ?? []);
}

/** A policy that the CLI left out is no error to it: it prints why, and judges nothing. */
export function skippedPolicies(stdout: string): string | undefined {
  return /^(?:Policies Skipped|Invalid Policies):\n([\s\S]*?)\n-{10,}$/m.exec(stdout)?.[1];
}

/**
 * What tells one object from another within a call of the CLI, which cannot take two that are equal in it. It writes the namespace
 * `default` into an object without one.
 */
export function identityOf({ apiVersion, kind, namespace, name }: ReportedResource): string {
  return JSON.stringify([apiVersion ?? "", kind ?? "", namespace || "default", name ?? ""]);
}

/** The results about one object as a verdict. No result means that the policy does not match it. */
export function verdictOf(results: readonly ReportResult[]): EngineVerdict {
  const texts = (wanted: ReportResult["result"]): readonly string[] =>
    results.flatMap(({ result, message }) => (result === wanted ? [message ?? ""] : []));
  const [error] = texts("error");
  if (error !== undefined) return { outcome: "error", stage: "evaluate", message: error, matched: true };
  // An audited policy fails as one that denies does; `warn` comes only with --audit-warn.
  const denials = texts("fail");
  const [broken] = denials.flatMap((text) => celError(text) ?? []);
  if (broken !== undefined) return { outcome: "error", matched: true, ...broken };
  if (denials.length > 0) return { outcome: "deny", message: denials.join("\n"), matched: true };
  return { outcome: "allow", matched: results.some(({ result }) => result === "pass") };
}

/**
 * ClusterPolicy and the API server deny with the text of a CEL error, in the place where the policy's message would be. A message
 * that failed is replaced by the expression, or by its error.
 */
export function celError(message: string): Pick<EngineVerdict, "stage" | "message"> | undefined {
  if (/^compilation error: /.test(message)) return { stage: "policy", message };
  if (/^expression '[\s\S]*' resulted in error: /.test(message)) return { stage: "evaluate", message };
  if (/running out of cost budget|^failed messageExpression: /.test(message)) return { stage: "evaluate", message };
  if (/^failed expression: |^failed to evaluate message expression: /.test(message))
    return { stage: "message", message };
  return undefined;
}

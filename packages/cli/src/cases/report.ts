import type { Violation } from "@writ/sdk/runtime";
import { shownPath } from "../console.js";
import { count } from "../problem.js";
import type { Style } from "../report/style.js";
import { printable } from "../report/terminal-text.js";
import { difference } from "../judge/compare.js";
import type { EvaluatorName } from "../judge/evaluator.js";
import type { CaseResult } from "./run-cases.js";

/** What `writ test` found. */
export interface CaseReport {
  readonly policies: readonly { readonly id: string; readonly results: readonly CaseResult[] }[];
  readonly evaluators: readonly EvaluatorName[];
  /** Case files that cannot be used. */
  readonly brokenFiles: number;
}

export const evaluatorNames: Readonly<Record<EvaluatorName, string>> = {
  native: "TypeScript",
  interpreter: "interpreter",
  wasm: "OPA WASM",
};

/** A line a policy, each failing case with its difference, the total. */
export function renderCases(report: CaseReport, style: Style, cwd: string): string {
  const lines: string[] = [];
  const width = Math.max(0, ...report.policies.map(({ id }) => id.length));
  for (const { id, results } of report.policies) {
    const failed = results.filter(({ passed }) => !passed);
    const name = id.padEnd(width);
    if (results.length === 0) lines.push(`${style.yellow("-")} ${name}  ${style.yellow("no cases")}`);
    else if (failed.length === 0)
      lines.push(`${style.green("✓")} ${name}  ${style.dim(count(results.length, "case"))}`);
    else
      lines.push(
        `${style.red("✗")} ${name}  ${style.red(`${failed.length} of ${count(results.length, "case")} failed`)}`,
      );
    for (const result of failed) lines.push("", ...failureLines(result, style, cwd), "");
  }
  lines.push("", total(report, style));
  return `${lines.join("\n")}\n`;
}

function failureLines(result: CaseResult, style: Style, cwd: string): string[] {
  const { case: labelled, opinions } = result;
  const lines = [`    ${style.bold(printable(labelled.name))}  ${style.dim(printable(shownPath(labelled.file, cwd)))}`];
  const said = new Map<string, string[]>();
  for (const { evaluator, opinion } of opinions) {
    const text = opinionLines(labelled.expected, opinion, style).join("\n");
    said.set(text, [...(said.get(text) ?? []), evaluatorNames[evaluator]]);
  }
  if (said.size > 1) lines.push(`    ${style.red("the engines differ")}`);
  for (const [text, names] of said) lines.push(`    ${names.join(", ")}:`, text);
  return lines;
}

function opinionLines(
  expected: readonly Violation[],
  opinion: CaseResult["opinions"][number]["opinion"],
  style: Style,
): string[] {
  if ("failed" in opinion) return [`      ${style.red(printable(opinion.failed))}`];
  const { missing, extra } = difference(expected, opinion);
  if (missing.length === 0 && extra.length === 0) return [`      ${style.green("as expected")}`];
  return [
    ...missing.map((violation) => `      ${style.red(`- expected  ${brief(violation)}`)}`),
    ...extra.map((violation) => `      ${style.green(`+ found     ${brief(violation)}`)}`),
  ];
}

/** A path in the notation of a case file, so that it can be copied there. */
function brief({ path, message }: Violation): string {
  return printable(
    `[${path.map((segment) => (typeof segment === "number" ? segment : plain(segment))).join(", ")}] ${message}`,
  );
}

function plain(segment: string): string {
  return /^[A-Za-z][\w-]*$/.test(segment) ? segment : JSON.stringify(segment);
}

function total({ policies, evaluators, brokenFiles }: CaseReport, style: Style): string {
  const results = policies.flatMap((policy) => policy.results);
  const failed = results.filter(({ passed }) => !passed).length;
  const without = policies.filter((policy) => policy.results.length === 0).length;
  const parts = [
    failed === 0
      ? style.green(`${count(results.length, "case")} passed`)
      : style.red(`${failed} of ${count(results.length, "case")} failed`),
    ...(brokenFiles === 0 ? [] : [style.red(`${count(brokenFiles, "case file")} unusable`)]),
    ...(without === 0 ? [] : [style.yellow(`${count(without, "policy", "policies")} without cases`)]),
  ];
  return `${parts.join(", ")} (${evaluators.map((name) => evaluatorNames[name]).join(", ")})`;
}

/** The same for machines. */
export function casesJson(report: CaseReport, cwd: string): string {
  const results = report.policies.flatMap((policy) => policy.results);
  const document = {
    summary: {
      policies: report.policies.length,
      cases: results.length,
      failed: results.filter(({ passed }) => !passed).length,
      unusable: report.brokenFiles,
      withoutCases: report.policies.filter((policy) => policy.results.length === 0).length,
    },
    policies: report.policies.map(({ id, results: ofPolicy }) => ({
      id,
      cases: ofPolicy.map(({ case: labelled, passed, opinions }) => ({
        name: labelled.name,
        file: shownPath(labelled.file, cwd),
        passed,
        expected: labelled.expected,
        found: Object.fromEntries(opinions.map(({ evaluator, opinion }) => [evaluator, opinion])),
      })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

import type { Severity } from "@writ/sdk";
import { severities } from "./severity.js";
import { count } from "../problem.js";
import { type Excerpt, renderFrame } from "./frame.js";
import type { Report, ReportError, ReportPolicy, ReportViolation } from "./report.js";
import type { RewrittenLine } from "./rewritten.js";
import type { Style } from "./style.js";
import { cells, fit, printable, wrap } from "./terminal-text.js";

export interface HumanOptions {
  readonly style: Style;
  /** Only errors and the summary. */
  readonly quiet: boolean;
  /** What the process will return, and why, when that is not obvious. */
  readonly verdict: string;
}

/** The report for a person: violations grouped by file, each with its excerpt and its cure; errors; the summary. */
export function renderHuman(report: Report, options: HumanOptions): string {
  const blocks: string[] = [];
  if (!options.quiet) blocks.push(...violationBlocks(report, options.style));
  for (const error of report.errors) blocks.push(problemBlock(error, "error", options.style));
  if (!options.quiet) for (const notice of report.notices) blocks.push(problemBlock(notice, "note", options.style));
  blocks.push(summaryBlock(report, options));
  return `${blocks.join("\n\n")}\n`;
}

function violationBlocks(report: Report, style: Style): string[] {
  const policies = new Map(report.policies.map((policy) => [policy.id, policy]));
  const blocks: string[] = [];
  let file: string | undefined;
  const explained = new Set<string>();
  for (const group of samePlace(report.violations)) {
    const [first] = group;
    const lines: string[] = [];
    if (first.location.file !== file) {
      file = first.location.file;
      explained.clear();
      lines.push(fileHeading(file, style), "");
    }
    const policy = policies.get(first.policy);
    lines.push(...violationLines(group, policy, style));
    // Once a file: the tenth time it only hides what differs.
    if (!explained.has(first.policy)) lines.push(...cureLines(policy, style));
    explained.add(first.policy);
    blocks.push(lines.join("\n"));
  }
  return blocks;
}

type Group = [ReportViolation, ...ReportViolation[]];

/** Neighbours of one policy at one place share a frame: a container without limits is one thing to look at, not four. */
function samePlace(violations: readonly ReportViolation[]): readonly Group[] {
  const groups: Group[] = [];
  for (const violation of violations) {
    const last = groups.at(-1);
    const first = last?.[0];
    const { file, line, column } = violation.location;
    const same =
      first?.policy === violation.policy &&
      first.location.file === file &&
      first.location.line === line &&
      first.location.column === column;
    if (last !== undefined && same) last.push(violation);
    else groups.push([violation]);
  }
  return groups;
}

function fileHeading(file: string, style: Style): string {
  const name = fit(printable(file), style.width - 4);
  return `${style.bold(name)} ${style.dim("─".repeat(Math.max(3, style.width - cells(name) - 1)))}`;
}

function violationLines(group: Group, policy: ReportPolicy | undefined, style: Style): string[] {
  const [{ severity, resource, location, span, excerpt, policy: id }] = group;
  const messages = group.map(({ message }) => message);
  const paint = style.severity[severity];
  const title =
    policy === undefined ? "" : fit(` · ${printable(policy.title)}`, style.width - id.length - severity.length - 6);
  const lines = [`  ${paint(` ${severity} `.toUpperCase())} ${style.bold(printable(id))}${style.dim(title)}`];
  for (const message of messages) {
    const [first = "", ...rest] = wrap(printable(message), style.width - 6);
    lines.push(`  ${messages.length > 1 ? "- " : ""}${first}`, ...rest.map((line) => `    ${line}`));
  }
  const where = `${location.file}:${location.line}:${location.column}`;
  lines.push(style.dim(`  ${fit(printable(`${where}  ${resourceName(resource)}`), style.width - 4)}`));
  for (const path of addedIn(group)) {
    lines.push(style.dim(`  ${fit(printable(`${path} is added by the API server`), style.width - 4)}`));
  }
  if (excerpt !== undefined) lines.push("", ...renderFrame(excerpt, span, style, paint));
  return lines;
}

/** What the file has no place for. */
function addedIn(group: Group): ReadonlySet<string> {
  return new Set(group.flatMap(({ addedByApiServer, path }) => (addedByApiServer === true ? [path.join(".")] : [])));
}

function cureLines(policy: ReportPolicy | undefined, style: Style): string[] {
  if (policy?.remediation === undefined) return [];
  const [first = "", ...rest] = wrap(printable(policy.remediation), style.width - 9);
  return ["", `  ${style.green("fix:")} ${first}`, ...rest.map((line) => `       ${line}`)];
}

function resourceName(resource: ReportViolation["resource"]): string {
  const name = resource.name === "" ? "(no name)" : resource.name;
  return `${resource.kind} ${resource.namespace === "" ? name : `${resource.namespace}/${name}`}`;
}

/** A problem with what a terminal shows of its file. */
export interface PlacedProblem extends ReportError {
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The lines that a fix changes, as they are after it. */
  readonly rewritten?: readonly RewrittenLine[];
}

/** One error or note: what, where, the lines around it, what to do. Policy diagnostics use it as well. */
export function problemBlock(problem: PlacedProblem, label: "error" | "warning" | "note", style: Style): string {
  const paint = label === "error" ? style.red : label === "warning" ? style.yellow : style.cyan;
  const head = `${paint(style.bold(label))}${style.dim(`[${problem.code}]`)} `;
  const [first = "", ...rest] = wrap(printable(problem.message), style.width - label.length - problem.code.length - 3);
  const lines = [`${head}${first}`, ...rest.map((line) => `  ${line}`)];
  if (problem.file !== undefined) lines.push(style.dim(`  ${printable(placeOf(problem))}`));
  if (problem.excerpt !== undefined && problem.line !== undefined) {
    const column = problem.column ?? 1;
    const span = {
      line: problem.line,
      column,
      endLine: problem.endLine ?? problem.line,
      endColumn: problem.endColumn ?? wordEnd(problem.excerpt, problem.line, column),
    };
    lines.push("", ...renderFrame(problem.excerpt, span, style, paint), "");
  }
  if (problem.help !== undefined) {
    const [firstHelp = "", ...restHelp] = wrap(printable(problem.help), style.width - 9);
    lines.push(`  ${style.green("help:")} ${firstHelp}`, ...restHelp.map((line) => `        ${line}`));
  }
  if (problem.rewritten !== undefined) lines.push(...rewrittenRows(problem.rewritten, style));
  return lines.join("\n").trimEnd();
}

/** Lines that a rewriting of the code would write: more of them than this are an edit of their own. */
const mostRewritten = 8;

function rewrittenRows(rewritten: readonly RewrittenLine[], style: Style): readonly string[] {
  const gutter = String(rewritten.at(-1)?.line ?? 0).length;
  const shown = rewritten.slice(0, mostRewritten).map(({ line, text }) => {
    const cut = fit(printable(text), Math.max(20, style.width - gutter - 7));
    return `  ${style.green("+")} ${String(line).padStart(gutter)} ${style.dim("│")} ${cut}`.trimEnd();
  });
  return [`  ${style.green("fix:")}`, ...shown, ...(rewritten.length > mostRewritten ? ["    …"] : [])];
}

/** The column after the word at a place: what a problem without an extent is about. */
function wordEnd({ firstLine, lines }: Excerpt, line: number, column: number): number {
  const rest = lines[line - firstLine]?.slice(column - 1) ?? "";
  return column + Math.max(1, /^[\w./-]+/.exec(rest)?.[0].length ?? 1);
}

function placeOf(problem: ReportError): string {
  const line = problem.line === undefined ? "" : `:${problem.line}`;
  const column = problem.line === undefined || problem.column === undefined ? "" : `:${problem.column}`;
  return `${problem.file ?? ""}${line}${column}`;
}

function summaryBlock(report: Report, { style, verdict }: HumanOptions): string {
  const { summary } = report;
  const lines: string[] = [];
  const parts = violationCounts(summary.bySeverity, style);
  const violations = count(summary.violations, "violation");
  const errors = summary.errors === 0 ? "" : `, ${style.red(count(summary.errors, "error"))}`;
  const head = summary.violations === 0 ? style.green(violations) : style.bold(violations);
  lines.push(`${head}${parts}${errors}`);
  lines.push(
    `${count(summary.judged, "document")} in ${count(summary.files, "file")} judged by ` +
      `${count(summary.policies, "policy", "policies")} (${engineNames[summary.engine]})`,
  );
  lines.push(...leftOut(report).map((line) => style.dim(line)));
  if (verdict !== "") lines.push(verdict);
  return lines.join("\n");
}

const engineNames = {
  both: "OPA WASM, checked against the TypeScript",
  wasm: "OPA WASM",
  native: "TypeScript only, without OPA",
} as const;

function violationCounts(bySeverity: Readonly<Record<Severity, number>>, style: Style): string {
  const parts = severities
    .toReversed()
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => style.severity[severity](`${bySeverity[severity]} ${severity}`));
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

/** In which form the documents were judged, when that is not the file's. */
function admissionLines({ admission }: Report["summary"]): string[] {
  if (admission === undefined) return [];
  const { kubernetes, admitted, refused, asWritten, differing } = admission;
  return [
    `${count(admitted, "document")} as admitted by Kubernetes ${kubernetes}, ` +
      `${differing === 0 ? "none" : differing} with another verdict than as written`,
    ...(refused === 0 ? [] : [`${count(refused, "document")} that it refuses, judged as written`]),
    ...(asWritten === 0 ? [] : [`${count(asWritten, "document")} of kinds that it does not know, judged as written`]),
  ];
}

/** What was seen but not judged: never silent. */
function leftOut({ summary }: Report): string[] {
  const lines: string[] = [...admissionLines(summary)];
  if (summary.unmatched > 0) {
    lines.push(`${count(summary.unmatched, "document")} of kinds that no policy matches`);
  }
  if (summary.unknownKinds > 0) lines.push(`${count(summary.unknownKinds, "document")} of unknown kinds not judged`);
  if (summary.others > 0) {
    const verb = summary.others === 1 ? "is not a Kubernetes object" : "are not Kubernetes objects";
    lines.push(`${count(summary.others, "document")} ${verb}`);
  }
  if (summary.filesWithoutObjects > 0) {
    lines.push(`${count(summary.filesWithoutObjects, "file")} without Kubernetes objects`);
  }
  if (summary.policySource === "library") {
    lines.push("policies: the library @writ/policies, as none are configured (see `writ init`)");
  }
  return lines;
}

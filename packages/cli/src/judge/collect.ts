import type { InputItem } from "@writ/inputs";
import type { Violation } from "@writ/sdk/runtime";
import { contextLines } from "../report/frame.js";
import type { ReportError, ReportViolation } from "../report/report.js";
import type { PolicyEntry } from "../policies/policy-set.js";
import { isAdded } from "./admission-findings.js";
import { type Settled, difference } from "./compare.js";
import type { Task } from "./pipeline.js";
import { saveReproducer } from "./reproducer.js";
import { identityOf } from "./request.js";

/** What a run gathers; `order` is the place in the input, so that the report does not depend on which thread was first. */
export interface Findings {
  readonly violations: { readonly order: number; readonly violation: ReportViolation }[];
  readonly errors: { readonly order: number; readonly error: ReportError }[];
  readonly notices: { readonly order: number; readonly error: ReportError }[];
  judged: number;
  reproducers: number;
}

export function noFindings(): Findings {
  return { violations: [], errors: [], notices: [], judged: 0, reproducers: 0 };
}

/** A difference in every document of a large file is one bug: this many examples of it are enough. */
const reproducerLimit = 20;

/** Turns what is believed of a document into violations and errors with places. */
export function collect(task: Task, settled: readonly Settled[], findings: Findings, root: string): void {
  const found: ReportViolation[] = [];
  let judged = false;
  for (const [index, opinion] of settled.entries()) {
    const entry = task.kind.policies[index]?.entry;
    if (entry === undefined) continue;
    if (opinion.kind === "violations") {
      judged = true;
      for (const { path, message } of opinion.violations) found.push(placed(task, entry, path, message));
    } else {
      findings.errors.push({ order: task.order, error: notJudged(task, entry, opinion, findings, root) });
    }
  }
  if (judged) findings.judged += 1;
  found.sort(byPlace);
  for (const violation of found) findings.violations.push({ order: task.order, violation });
}

/** By line and column, then by policy, so that what one policy says about one place stands together. */
function byPlace(a: ReportViolation, b: ReportViolation): number {
  const order = a.location.line - b.location.line || a.location.column - b.location.column;
  return order || (a.policy === b.policy ? 0 : a.policy < b.policy ? -1 : 1);
}

function placed(
  task: Task,
  { compiled, severity }: PolicyEntry,
  path: readonly (string | number)[],
  message: string,
): ReportViolation {
  const { line, column, endLine, endColumn } = task.document.locate(path);
  return {
    policy: compiled.id,
    severity,
    message,
    path,
    resource: identityOf(task.request),
    location: { file: task.document.file, line, column },
    span: { line, column, endLine, endColumn },
    excerpt: excerptAround(task, line),
    ...(isAdded(task, path) ? { addedByApiServer: true } : {}),
  };
}

function excerptAround({ file }: Task, line: number): { firstLine: number; lines: readonly string[] } {
  const firstLine = Math.max(1, line - contextLines);
  return { firstLine, lines: file.lines(firstLine, line + contextLines) };
}

function notJudged(
  task: Task,
  { compiled }: PolicyEntry,
  opinion: Exclude<Settled, { kind: "violations" }>,
  findings: Findings,
  root: string,
): ReportError {
  const { line, column } = task.document.locate([]);
  const { kind, namespace, name } = identityOf(task.request);
  const resource = `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
  const at = { file: task.document.file, line, column };
  if (opinion.kind === "failed") {
    return {
      ...at,
      code: "WRIT3001",
      message: `${resource} could not be judged by \`${compiled.id}\`: ${opinion.reason}`,
    };
  }
  findings.reproducers += 1;
  const saved =
    findings.reproducers > reproducerLimit
      ? undefined
      : saveReproducer(
          {
            policy: compiled.id,
            file: at.file,
            request: task.request,
            params: compiled.params,
            wasm: opinion.wasm,
            native: opinion.native,
          },
          root,
        );
  return {
    ...at,
    code: "WRIT3002",
    message: `the engines differ on ${resource} for \`${compiled.id}\`: ${disagreement(opinion)}`,
    help:
      saved === undefined ? "please report it with the policy" : `saved as ${saved}: please report it with this file`,
  };
}

function disagreement({ wasm, native }: Settled & { kind: "differs" }): string {
  if ("failed" in wasm || "failed" in native) return "one of them failed";
  const { missing: onlyNative, extra: onlyWasm } = difference(native, wasm);
  const parts = [
    ...(onlyWasm.length === 0 ? [] : [`only WASM finds ${brief(onlyWasm)}`]),
    ...(onlyNative.length === 0 ? [] : [`only the TypeScript finds ${brief(onlyNative)}`]),
  ];
  return parts.join("; ");
}

function brief([first, ...others]: readonly Violation[]): string {
  if (first === undefined) return "";
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `"${first.message}" at ${first.path.join(".") || "the document"}${more}`;
}

/** A problem of the reader as an entry of the report. */
export function inputError(
  item: Extract<InputItem, { kind: "problem" }>,
  lines: (from: number, to: number) => readonly string[],
): ReportError {
  const { code, message, help, file, line, column } = item.problem;
  const firstLine = Math.max(1, (line ?? 1) - contextLines);
  const shown = line === undefined ? [] : lines(firstLine, line + contextLines);
  return {
    code,
    message,
    file,
    ...(help === undefined ? {} : { help }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(shown.length === 0 ? {} : { excerpt: { firstLine, lines: shown } }),
  };
}

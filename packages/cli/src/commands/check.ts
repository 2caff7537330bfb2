import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Severity } from "@writ/sdk";
import type { InputFile } from "@writ/inputs";
import { openInputs } from "../adapters/inputs.js";
import { type Console, placedProblem, printProblems, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { type Findings, collect, inputError, noFindings } from "../judge/collect.js";
import { type KindIndex, indexKinds } from "../judge/kind-index.js";
import { type Engine, type Pipeline, openPipeline } from "../judge/pipeline.js";
import { creationOf, identityOf } from "../judge/request.js";
import { classifyUnmatched } from "../judge/unknown-kind.js";
import type { PolicySet } from "../policies/policy-set.js";
import { type Problem, count } from "../problem.js";
import { renderHuman } from "../report/human.js";
import { renderJson } from "../report/json.js";
import type { Report, ReportSummary } from "../report/report.js";
import { counts, severities } from "../report/severity.js";
import { styleOf, widthOf } from "../report/style.js";
import { type PolicyOptions, type Selection, compileSelection, selectPolicies } from "./select-policies.js";

export interface CheckOptions extends PolicyOptions {
  readonly engine: Engine;
  readonly format: "human" | "json";
  readonly output?: string;
  readonly quiet?: boolean;
  readonly failOn?: Severity | "none";
  readonly namespace: string;
  readonly allowEmpty?: boolean;
}

/** `writ check`: judges files and prints the report. */
export async function check(paths: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return refuse(selected.problems, options, console);
  const needs = { native: options.engine !== "wasm", wasm: options.engine !== "native" };
  const prepared = await compileSelection(selected.value, needs);
  if (!prepared.ok) return refuse(prepared.problems, options, console);
  const report = await judge(paths, options, { selection: selected.value, set: prepared.value, console });
  const failOn = options.failOn ?? selected.value.loaded.config.failOn ?? "low";
  const code = exitCodeOf(report, failOn, options.allowEmpty === true);
  return publish(report, verdictOf(report, code, failOn), options, console) ?? code;
}

interface Run {
  readonly selection: Selection;
  readonly set: PolicySet;
  readonly console: Console;
}

interface Tally {
  files: number;
  documents: number;
  unmatched: number;
  unknownKinds: number;
  others: number;
  filesWithoutObjects: number;
  order: number;
}

async function judge(
  paths: readonly string[],
  options: CheckOptions,
  { selection, set, console }: Run,
): Promise<Report> {
  const { config, root } = selection.loaded;
  const index = indexKinds(set);
  const findings = noFindings();
  const tally: Tally = {
    files: 0,
    documents: 0,
    unmatched: 0,
    unknownKinds: 0,
    others: 0,
    filesWithoutObjects: 0,
    order: 0,
  };
  const pipeline = openPipeline({
    engine: options.engine,
    wasm: set.wasm,
    index,
    onVerdict: (task, settled) => collect(task, settled, findings, root),
  });
  const { given, cwd } = inputsOf(paths, selection, console);
  const walk: Walk = { options, index, findings, tally, pipeline, isBuiltIn: undefined };
  for await (const file of openInputs({ paths: given, exclude: config.exclude ?? [], cwd }))
    await judgeFile(file, walk);
  await pipeline.finish();
  return assemble(set, findings, tally, { engine: options.engine, policySource: selection.source });
}

/** Paths of the command line are relative to the working folder, those of the configuration to its own. */
function inputsOf(
  paths: readonly string[],
  { loaded }: Selection,
  console: Console,
): { given: readonly string[]; cwd: string } {
  if (paths.length > 0) return { given: paths, cwd: console.cwd };
  if (loaded.config.inputs !== undefined) return { given: loaded.config.inputs, cwd: loaded.root };
  return { given: ["."], cwd: console.cwd };
}

interface Walk {
  readonly options: CheckOptions;
  readonly index: KindIndex;
  readonly findings: Findings;
  readonly tally: Tally;
  readonly pipeline: Pipeline;
  /** The kinds of Kubernetes, loaded when a document needs them. */
  isBuiltIn: ((apiVersion: string, kind: string) => boolean) | undefined;
}

async function judgeFile(file: InputFile, walk: Walk): Promise<void> {
  const { options, index, findings, tally, pipeline } = walk;
  const before = tally.documents;
  let problems = 0;
  let isFile = true;
  for (const item of file.items) {
    const order = (tally.order += 1);
    if (item.kind === "other") tally.others += 1;
    else if (item.kind === "problem") {
      const list = item.problem.severity === "error" ? findings.errors : findings.notices;
      problems += 1;
      if (notFound.has(item.problem.code)) isFile = false;
      list.push({ order, error: inputError(item, (from, to) => file.lines(from, to)) });
    } else {
      tally.documents += 1;
      const { document } = item;
      const { apiVersion, kind } = document.value;
      const policies = index.get(`${String(apiVersion)}/${String(kind)}`);
      if (policies === undefined) {
        await countUnmatched(document, order, walk);
        continue;
      }
      const request = creationOf(document.value, policies.kind, options.namespace);
      const full = pipeline.submit({ order, file, document, kind: policies, request });
      if (full !== undefined) await full;
    }
  }
  if (isFile) tally.files += 1;
  if (tally.documents === before && problems === 0) tally.filesWithoutObjects += 1;
}

/** Problems of the reader about a path or a pattern that leads to no file. */
const notFound: ReadonlySet<string> = new Set(["INPUT1001", "INPUT1006"]);

async function countUnmatched(
  document: {
    file: string;
    value: Parameters<typeof identityOf>[0]["object"];
    locate(path: readonly string[]): { line: number; column: number };
  },
  order: number,
  walk: Walk,
): Promise<void> {
  const { apiVersion, kind } = identityOf({ object: document.value, operation: "CREATE" });
  if (walk.isBuiltIn === undefined) {
    const { kindFacts } = await import("@writ/sdk/fields");
    walk.isBuiltIn = (version, name) => kindFacts(version, name) !== undefined;
  }
  const { known, help } = classifyUnmatched(apiVersion, kind, walk.index, walk.isBuiltIn);
  if (known) {
    walk.tally.unmatched += 1;
    return;
  }
  walk.tally.unknownKinds += 1;
  const { line, column } = document.locate(["kind"]);
  const message = `\`${kind}\` is no kind of \`${apiVersion}\`: not judged`;
  const error = {
    code: "WRIT3003",
    message,
    file: document.file,
    line,
    column,
    ...(help === undefined ? {} : { help }),
  };
  walk.findings.notices.push({ order, error });
}

function assemble(
  set: PolicySet,
  findings: Findings,
  tally: Tally,
  run: Pick<ReportSummary, "engine" | "policySource">,
): Report {
  const inOrder = <Item extends { order: number }>(items: Item[]): Item[] => items.sort((a, b) => a.order - b.order);
  const violations = inOrder(findings.violations).map(({ violation }) => violation);
  const errors = inOrder(findings.errors).map(({ error }) => error);
  const amount = (wanted: Severity): number => violations.filter(({ severity }) => severity === wanted).length;
  return {
    summary: {
      files: tally.files,
      documents: tally.documents,
      policies: set.entries.length,
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
    notices: inOrder(findings.notices).map(({ error }) => error),
    policies: set.entries.map(({ compiled, severity }) => ({
      id: compiled.id,
      title: compiled.title,
      severity,
      ...(compiled.description === undefined ? {} : { description: compiled.description }),
      ...(compiled.remediation === undefined ? {} : { remediation: compiled.remediation }),
      controls: compiled.controls,
    })),
  };
}

/** Errors win over violations, violations over an empty run. */
export function exitCodeOf(report: Report, failOn: Severity | "none", allowEmpty: boolean): ExitCode {
  if (report.errors.length > 0) return exitCodes.failed;
  if (report.violations.some(({ severity }) => counts(severity, failOn))) return exitCodes.violations;
  if (report.summary.judged === 0 && !allowEmpty) return exitCodes.nothing;
  return exitCodes.clean;
}

/** Why the process ends with its code, where the counts alone do not say so. */
function verdictOf(report: Report, code: ExitCode, failOn: Severity | "none"): string {
  if (code === exitCodes.nothing) return "nothing was judged (exit code 4; `--allow-empty` accepts that)";
  if (code === exitCodes.failed) return "not everything could be judged (exit code 3)";
  if (code === exitCodes.clean && report.violations.length > 0) {
    return failOn === "none"
      ? "violations do not fail this run (`--fail-on none`)"
      : `no violation is ${failOn} or higher`;
  }
  return "";
}

/** Writes the report; a code of its own when that fails. */
function publish(report: Report, verdict: string, options: CheckOptions, console: Console): ExitCode | undefined {
  const toFile = options.output !== undefined;
  const style = toFile ? styleOf(console.colourFlag === true, widthOf(undefined)) : styleFor(console.out, console);
  const text =
    options.format === "json"
      ? renderJson(report)
      : renderHuman(report, { style, quiet: options.quiet === true, verdict });
  if (options.output === undefined) {
    console.out.write(text);
    return undefined;
  }
  try {
    writeFileSync(resolve(console.cwd, options.output), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    printProblems(
      [{ code: "WRIT2004", message: `the report cannot be written to \`${options.output}\`: ${reason}` }],
      console,
    );
    return exitCodes.usage;
  }
  if (options.quiet !== true) {
    const { violations, errors } = report.summary;
    console.err.write(`${count(violations, "violation")}, ${count(errors, "error")}: see ${options.output}\n`);
  }
  return undefined;
}

/** Nothing was judged, because the configuration or a policy is wrong. Machines get a report that says so. */
function refuse(problems: readonly Problem[], options: CheckOptions, console: Console): ExitCode {
  printProblems(problems, console);
  const errors = problems.map((problem) => placedProblem(problem, console.cwd));
  const empty: Tally = {
    files: 0,
    documents: 0,
    unmatched: 0,
    unknownKinds: 0,
    others: 0,
    filesWithoutObjects: 0,
    order: 0,
  };
  if (options.format === "json") {
    const findings = { ...noFindings(), errors: errors.map((error, order) => ({ order, error })) };
    const set: PolicySet = { entries: [], root: console.cwd, rego: { modules: {}, entrypoints: {} } };
    const report = assemble(set, findings, empty, { engine: options.engine, policySource: "configured" });
    publish(report, "", options, console);
  }
  return exitCodes.usage;
}

/** For option parsers. */
export const failOnChoices: readonly string[] = [...severities, "none"];

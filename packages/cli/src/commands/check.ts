import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Severity } from "@writ/sdk";
import { type AdmissionCode, openAdmissionCode } from "../adapters/apiserver.js";
import { openInputs } from "../adapters/inputs.js";
import { type Console, placedProblem, printProblems, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { openAdmission } from "../judge/admission-run.js";
import { collect, noFindings } from "../judge/collect.js";
import { indexKinds } from "../judge/kind-index.js";
import { type Engine, type Pipeline, type PipelineOptions, openPipeline } from "../judge/pipeline.js";
import { type Walk, emptyTally, walkFile } from "../judge/walk.js";
import type { PolicySet } from "../policies/policy-set.js";
import { type Problem, count } from "../problem.js";
import { assembleReport } from "../report/assemble.js";
import { renderHuman } from "../report/human.js";
import { renderJson } from "../report/json.js";
import type { Report } from "../report/report.js";
import { counts } from "../report/severity.js";
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
  /** Judge what the API server makes of the documents. */
  readonly asAdmitted?: boolean;
  /** Print that; the report goes to standard error. */
  readonly printAdmitted?: boolean;
}

/** `writ check`: judges files and prints the report. */
export async function check(paths: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return refuse(selected.problems, options, console);
  const needs = { native: options.engine !== "wasm", wasm: options.engine !== "native" };
  const prepared = await compileSelection(selected.value, needs);
  if (!prepared.ok) return refuse(prepared.problems, options, console);
  const admission = options.asAdmitted === true ? await openAdmissionCode(console) : undefined;
  if (admission?.ok === false) return refuse(admission.problems, options, console);
  const report = await judge(paths, options, selected.value, prepared.value, console, admission?.value);
  const failOn = options.failOn ?? selected.value.loaded.config.failOn ?? "low";
  const code = exitCodeOf(report, failOn, options.allowEmpty === true);
  return publish(report, verdictOf(report, code, failOn), options, console) ?? code;
}

async function judge(
  paths: readonly string[],
  options: CheckOptions,
  selection: Selection,
  set: PolicySet,
  console: Console,
  code: AdmissionCode | undefined,
): Promise<Report> {
  const { config, root } = selection.loaded;
  const index = indexKinds(set);
  const findings = noFindings();
  const judgeWith = (onVerdict: PipelineOptions["onVerdict"]): Pipeline =>
    openPipeline({ engine: options.engine, wasm: set.opa?.wasm, index, onVerdict });
  const collectAll: PipelineOptions["onVerdict"] = (task, settled) => collect(task, settled, findings, root);
  const { namespace } = options;
  const plain = { index, findings, tally: emptyTally(), namespace };
  const print = options.printAdmitted === true;
  const admission =
    code && (await openAdmission({ code, judge: judgeWith, collect: collectAll, findings, namespace, print }));
  const walk: Walk = admission?.walk(plain) ?? { ...plain, pipeline: judgeWith(collectAll) };
  const request = { ...inputsOf(paths, selection, console.cwd), exclude: config.exclude ?? [], root };
  try {
    for await (const file of openInputs(request)) await walkFile(file, walk);
    await walk.pipeline.finish();
  } finally {
    code?.close();
  }
  if (print) console.out.write(admission?.printed() ?? "");
  const tally = admission && { admission: admission.tally };
  const run = { engine: options.engine, policySource: selection.source, ...tally };
  return assembleReport(set.entries, findings, walk.tally, run);
}

/** Paths of the command line are relative to the working folder, those of the configuration to its own. */
export function inputsOf(
  paths: readonly string[],
  { loaded }: Pick<Selection, "loaded">,
  workingFolder: string,
): { readonly paths: readonly string[]; readonly cwd: string } {
  if (paths.length > 0) return { paths, cwd: workingFolder };
  if (loaded.config.inputs !== undefined) return { paths: loaded.config.inputs, cwd: loaded.root };
  return { paths: ["."], cwd: workingFolder };
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
  if (code !== exitCodes.clean || report.violations.length === 0) return "";
  return failOn === "none"
    ? "violations do not fail this run (`--fail-on none`)"
    : `no violation is ${failOn} or higher`;
}

/** Writes the report; a code of its own when that fails. */
function publish(report: Report, verdict: string, options: CheckOptions, console: Console): ExitCode | undefined {
  if (options.output === undefined) {
    const stream = options.printAdmitted === true ? console.err : console.out;
    stream.write(render(report, verdict, options, styleFor(stream, console)));
    return undefined;
  }
  const style = styleOf(console.colourFlag === true, widthOf(undefined));
  try {
    writeFileSync(resolve(console.cwd, options.output), render(report, verdict, options, style));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the report cannot be written to \`${options.output}\`: ${reason}`;
    printProblems([{ code: "WRIT2004", message }], console);
    return exitCodes.usage;
  }
  if (options.quiet !== true) {
    const { violations, errors } = report.summary;
    console.err.write(`${count(violations, "violation")}, ${count(errors, "error")}: see ${options.output}\n`);
  }
  return undefined;
}

function render(report: Report, verdict: string, options: CheckOptions, style: ReturnType<typeof styleOf>): string {
  if (options.format === "json") return renderJson(report);
  return renderHuman(report, { style, quiet: options.quiet === true, verdict });
}

/** Nothing was judged, because the configuration or a policy is wrong. Machines get a report that says so. */
function refuse(problems: readonly Problem[], options: CheckOptions, console: Console): ExitCode {
  printProblems(problems, console);
  if (options.format === "json") {
    const errors = problems.map((problem, order) => ({ order, error: placedProblem(problem, console.cwd) }));
    const run = { engine: options.engine, policySource: "configured" } as const;
    publish(assembleReport([], { ...noFindings(), errors }, emptyTally(), run), "", options, console);
  }
  return exitCodes.usage;
}

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { kindKey } from "@writ/compiler/ir";
import type { InputPlan } from "@writ/prove";
import { caseRequest } from "../cases/case-request.js";
import { type PlannedCase, planRounds } from "../cases/plan.js";
import { type Console, printProblems, shownPath, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { type Evaluator, ownEvaluators } from "../judge/evaluator.js";
import { writtenKind } from "../judge/request.js";
import { ignoreInGit } from "../policies/cache.js";
import type { PolicyEntry, PolicySet } from "../policies/policy-set.js";
import { preparePolicies } from "../policies/prepare.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { type ProvingEngine, certificate } from "../prove/certificate.js";
import { type FoundEngine, findEngines } from "../prove/engines.js";
import { type LabelledGroup, type PolicyProof, provePolicy } from "../prove/prove-policy.js";
import { renderProofs } from "../prove/report.js";
import { selectCases } from "./select-cases.js";
import { type PolicyOptions, type Selection, compileSelection, selectPolicies } from "./select-policies.js";

export interface ProveOptions extends PolicyOptions {
  readonly format: "human" | "json";
  readonly seed: number;
  /** Random inputs a policy. */
  readonly inputs: number;
  /** Where the certificate goes. */
  readonly certificate?: string;
}

/** Small requests about each rule that every engine judges. */
const smallInputs = 300;

/** `writ prove`: shows on many inputs that every engine says the same of a policy, and that these inputs would show a mistake. */
export async function prove(ids: readonly string[], options: ProveOptions, console: Console): Promise<ExitCode> {
  const plan: InputPlan = { seed: options.seed, random: options.inputs, small: smallInputs };
  const engines = findEngines();
  const proved = await proveSelection(ids, options, plan, engines, console);
  if (!proved.ok) {
    printProblems(proved.problems, console);
    return exitCodes.usage;
  }
  const { proofs, root } = proved.value;
  const named: readonly ProvingEngine[] = [
    { name: "TypeScript", version: process.version },
    { name: "interpreter", version: "" },
    { name: "OPA WASM", version: "" },
    ...engines.map(({ name, version }) => ({ name, version })),
  ];
  const document = `${JSON.stringify(certificate(proofs, plan, named), null, 2)}\n`;
  const written = writeCertificate(document, options, root, console);
  if (options.format === "json") console.out.write(document);
  else console.out.write(renderProofs(proofs, named, styleFor(console.out, console)));
  if (!written.ok) {
    printProblems(written.problems, console);
    return exitCodes.usage;
  }
  if (options.format === "human") console.out.write(`certificate: ${shownPath(written.value, console.cwd)}\n`);
  if (proofs.some(({ disagreements }) => disagreements.length > 0)) return exitCodes.failed;
  return proofs.length === 0 ? exitCodes.nothing : exitCodes.clean;
}

function writeCertificate(text: string, options: ProveOptions, root: string, console: Console): Result<string> {
  const own = join(root, ".writ");
  const file = options.certificate === undefined ? join(own, "proof.json") : resolve(console.cwd, options.certificate);
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (options.certificate === undefined) ignoreInGit(own);
    writeFileSync(file, text);
    return success(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure({ code: "WRIT5001", message: `the certificate cannot be written: ${reason}` });
  }
}

interface Proved {
  readonly proofs: readonly PolicyProof[];
  readonly root: string;
}

async function proveSelection(
  ids: readonly string[],
  options: ProveOptions,
  plan: InputPlan,
  engines: readonly FoundEngine[],
  console: Console,
): Promise<Result<Proved>> {
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return selected;
  const cases = await selectCases(selected.value, ids);
  if (!cases.ok) return cases;
  if (cases.value.problems.length > 0) return failure(...cases.value.problems);
  const set = await compileSelection(selected.value, { native: true, wasm: true });
  if (!set.ok) return set;
  const labelled = await labelledGroups(cases.value.planned, selected.value, engines);
  if (!labelled.ok) return labelled;
  const evaluators = await evaluatorsOf(set.value, engines);
  const proofs: PolicyProof[] = [];
  const chosen = set.value.entries.filter(({ compiled }) => cases.value.policies.includes(compiled.id));
  for (const [done, entry] of chosen.entries()) {
    progress(console, `${String(done + 1)} of ${String(chosen.length)}: ${entry.compiled.id}`);
    const own = labelled.value.filter((group) => group.entry.compiled.id === entry.compiled.id);
    proofs.push(await provePolicy({ entry, evaluators, labelled: own }, plan));
  }
  progress(console, "");
  return success({ proofs, root: selected.value.loaded.root });
}

/** One line that is written over, on a terminal only. */
function progress({ err }: Console, text: string): void {
  if (err.isTerminal) err.write(`\r\u001b[2K${text}`);
}

/** The interpreter first: the others are held against it. */
async function evaluatorsOf(
  set: PolicySet,
  engines: readonly FoundEngine[],
): Promise<readonly [Evaluator, ...Evaluator[]]> {
  const own = await ownEvaluators(set);
  const reference = own.find(({ name }) => name === "interpreter");
  if (reference === undefined) throw new Error("there is no interpreter");
  const others = own.filter((evaluator) => evaluator !== reference);
  return [reference, ...others, ...engines.map(({ open }) => open(set.rego))];
}

/** The labelled cases, each group with the policies as its parameters make them. */
async function labelledGroups(
  planned: readonly PlannedCase[],
  { loaded, files, cache }: Selection,
  engines: readonly FoundEngine[],
): Promise<Result<readonly LabelledGroup[]>> {
  const groups: LabelledGroup[] = [];
  for (const { params, policies, cases } of planRounds(planned)) {
    const needs = { native: true, wasm: true };
    const set = await preparePolicies({ root: loaded.root, files, params, only: policies, needs }, cache);
    if (!set.ok) return set;
    const evaluators = await evaluatorsOf(set.value, engines);
    for (const entry of set.value.entries) {
      const own = cases.filter(({ policy }) => policy === entry.compiled.id);
      const requests = own.map((one) => requestOf(entry, one));
      const problems = requests.flatMap((request) => (request.ok ? [] : request.problems));
      if (problems.length > 0) return failure(...problems);
      groups.push({ entry, evaluators, requests: requests.flatMap((request) => (request.ok ? [request.value] : [])) });
    }
  }
  return success(groups);
}

function requestOf({ compiled }: PolicyEntry, { case: labelled }: PlannedCase): Result<ReturnType<typeof caseRequest>> {
  const kind = compiled.kinds.find((one) => kindKey(one) === writtenKind(labelled.resource));
  if (kind !== undefined) return success(caseRequest(labelled, kind));
  const problem: Problem = {
    code: "WRIT4005",
    message: `the policy \`${compiled.id}\` does not match ${writtenKind(labelled.resource)}`,
    help: `it matches ${compiled.kinds.map(kindKey).join(", ")}`,
    file: labelled.file,
  };
  return failure(problem);
}

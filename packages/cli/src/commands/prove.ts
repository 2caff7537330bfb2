import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { InputPlan } from "@writ/prove";
import { type Console, printProblems, shownPath, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { ignoreInGit } from "../policies/cache.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { type Proof, certificate, isAgreement } from "../prove/certificate.js";
import { readDemand } from "../prove/engines/demand.js";
import { discoverEngines } from "../prove/engines/discover.js";
import { type OpenEngine, withEngines } from "../prove/engines/open.js";
import { showProgress } from "../prove/progress.js";
import { type PolicyProof, type ProofSubject, provePolicy } from "../prove/prove-policy.js";
import { provingEngines } from "../prove/proving-engines.js";
import { renderProof } from "../prove/report.js";
import { problemsOf } from "../prove/reproducers.js";
import { proofSubjects } from "../prove/subjects.js";
import { foreignWitness } from "../prove/witness.js";
import { selectCases } from "./select-cases.js";
import { type PolicyOptions, compileSelection, selectPolicies } from "./select-policies.js";

export interface ProveOptions extends PolicyOptions {
  readonly format: "human" | "json";
  readonly seed: number;
  /** Random inputs a policy. */
  readonly inputs: number;
  /** Engines beside writ's own, as `--engine` names them; empty for those that are found. */
  readonly engine: readonly string[];
  /** Seconds without an answer after which an engine is given up. */
  readonly engineTimeout: number;
  /** Where the certificate goes. */
  readonly certificate?: string;
}

/** Small requests about each rule, and requests one change away from a labelled one, that every engine judges. */
const made = { small: 300, derived: 120 };

/** `writ prove`: shows on many inputs that every engine says the same of a policy, and that these inputs would show a mistake. */
export async function prove(ids: readonly string[], options: ProveOptions, console: Console): Promise<ExitCode> {
  const proved = await proveSelection(ids, options, console);
  if (!proved.ok) {
    printProblems(proved.problems, console);
    // An engine that is there and does not work is no wrong argument.
    return proved.problems.every(({ code }) => code === "WRIT3021") ? exitCodes.failed : exitCodes.usage;
  }
  const { proof, root } = proved.value;
  const document = `${JSON.stringify(certificate(proof), null, 2)}\n`;
  const written = writeCertificate(document, options, root, console);
  if (options.format === "json") console.out.write(document);
  else console.out.write(renderProof(proof, styleFor(console.out, console)));
  printProblems([...problemsOf(proof, root), ...(written.ok ? [] : written.problems)], console);
  if (!written.ok) return exitCodes.usage;
  if (options.format === "human") console.out.write(`certificate: ${shownPath(written.value, console.cwd)}\n`);
  if (!isAgreement(proof)) return exitCodes.failed;
  return proof.policies.length === 0 ? exitCodes.nothing : exitCodes.clean;
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
    const problem: Problem = { code: "WRIT5001", message: `the certificate cannot be written: ${reason}` };
    return failure(problem);
  }
}

interface Proved {
  readonly proof: Proof;
  /** The folder of the configuration. */
  readonly root: string;
}

async function proveSelection(
  ids: readonly string[],
  options: ProveOptions,
  console: Console,
): Promise<Result<Proved>> {
  const demand = readDemand(options.engine);
  if (!demand.ok) return demand;
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return selected;
  const cases = await selectCases(selected.value, ids);
  if (!cases.ok) return cases;
  if (cases.value.problems.length > 0) return failure(...cases.value.problems);
  const discovery = await discoverEngines(demand.value, console);
  if (!discovery.ok) return discovery;
  const set = await compileSelection(selected.value, { native: true, wasm: true });
  if (!set.ok) return set;
  const subjects = await proofSubjects(set.value, cases.value.policies, cases.value.planned, selected.value);
  if (!subjects.ok) return subjects;
  const plan: InputPlan = { seed: options.seed, random: options.inputs, ...made };
  const { found, absent } = discovery.value;
  const proof = await withEngines(found, { patience: options.engineTimeout }, async (engines) => ({
    policies: await provePolicies(subjects.value, plan, engines, console),
    plan,
    engines: await provingEngines(engines),
    absent,
  }));
  return success({ proof, root: selected.value.loaded.root });
}

async function provePolicies(
  subjects: readonly ProofSubject[],
  plan: InputPlan,
  engines: readonly OpenEngine[],
  console: Console,
): Promise<readonly PolicyProof[]> {
  const foreign = engines.flatMap(({ forms }) => forms.map(foreignWitness));
  const progress = showProgress(console, subjects.length);
  const broken = new Map<string, string>();
  const proofs: PolicyProof[] = [];
  for (const subject of subjects) {
    const [{ entry, own }] = subject;
    const { id } = entry.compiled;
    const names = [...own, ...foreign].map(({ name }) => name);
    progress.policy(id, names);
    const proof = await provePolicy(subject, { plan, foreign, broken, heard: progress.heard });
    proofs.push(proof);
    for (const testimony of proof.testimonies) {
      if (testimony.broken !== undefined && !broken.has(testimony.witness))
        broken.set(testimony.witness, `it was not asked, since it gave no verdict on \`${id}\``);
    }
  }
  progress.end();
  return proofs;
}

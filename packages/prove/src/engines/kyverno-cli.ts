import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "@writ/compiler/ir";
import {
  defaultPatience,
  engineFailure,
  type AdmissionRequest,
  type Engine,
  type EngineOptions,
  type EngineProgram,
  type EngineVerdict,
} from "./engine.js";
import { identityOf, readReports, skippedPolicies, verdictOf } from "./kyverno-report.js";
import { openJsonLines, type JsonLines } from "./json-lines.js";
import { runProgram, type Ran } from "./run-program.js";

/** Objects of one call: it starts in half a second, takes some 20 ms for each, for it compiles the policy anew, and holds all in memory. */
const batchSize = 200;

interface Job {
  readonly index: number;
  readonly request: AdmissionRequest;
  readonly object: JsonObject;
}

/** What the calls about one policy share. */
interface Call {
  readonly run: Run;
  readonly policy: JsonObject;
  /** Calls about a single object that gave no report. */
  failed: number;
}

/** Objects that fail alone before it is the CLI that is broken, and nothing more is asked of it. */
const failuresBorne = 5;

type Judged = readonly (readonly [Job, EngineVerdict])[];

/**
 * The Kyverno CLI, which judges by ValidatingPolicy and by ClusterPolicy. What it cannot be asked is an error of stage `engine`: a
 * subresource, an update of an object that was different, parameters. Objects of one call must have different names: give the
 * requests different ones, or each equal name costs a call of its own.
 */
export function openKyvernoCli(program: EngineProgram, options: EngineOptions = {}): Engine {
  const { run, close } = program.answersLines === true ? inOneProcess(program, options) : oneByOne(program, options);
  return {
    name: "kyverno-cli",
    version: program.version,
    judge: async (policy, requests) => {
      const verdicts: EngineVerdict[] = requests.map((request) => engineFailure(objection(request) ?? "not judged"));
      const jobs = requests.flatMap((request, index) => {
        const object = request.operation === "DELETE" ? request.oldObject : request.object;
        return object === undefined || objection(request) !== undefined ? [] : [{ index, request, object }];
      });
      const call: Call = { run, policy, failed: 0 };
      for (const batch of batches(jobs)) {
        for (const [{ index }, verdict] of await judgeBatch(call, batch)) verdicts[index] = verdict;
      }
      return verdicts;
    },
    close,
  };
}

/** Makes a call of the CLI in a folder. */
type Run = (args: readonly string[], folder: string) => Promise<Ran>;

/** What makes calls, and ends what makes them. */
interface Runner {
  readonly run: Run;
  readonly close: () => Promise<void>;
}

/** Of the calls that are wanted at once, as many as two cores take. */
function oneByOne({ file }: EngineProgram, { patience = defaultPatience }: EngineOptions): Runner {
  return {
    run: (args, cwd) => atMostTwo(() => runProgram(file, args, { cwd, patience })),
    close: () => Promise.resolve(),
  };
}

/** All calls in one process, which starts with the first. */
function inOneProcess({ file }: EngineProgram, options: EngineOptions): Runner {
  let started: JsonLines | undefined;
  return {
    run: async (args, folder) => {
      try {
        started ??= openJsonLines(file, ["answer-lines"], options);
        const [answer] = await started.ask([{ folder, args }]);
        return { ended: true, ...(answer as Pick<Ended, "code" | "stdout" | "stderr">) };
      } catch (error) {
        return { ended: false, reason: (error as Error).message };
      }
    },
    close: async () => {
      await started?.close();
    },
  };
}

type Ended = Extract<Ran, { readonly ended: true }>;

function objection({ operation, object, oldObject, subresource, params }: AdmissionRequest): string | undefined {
  if (subresource !== undefined) return "the Kyverno CLI knows no subresources";
  if (params !== undefined) return "a Kyverno policy takes no parameters";
  if ((operation === "DELETE" ? oldObject : object) === undefined) return `a ${operation} without its object`;
  if (operation === "UPDATE" && oldObject !== undefined && !isDeepStrictEqual(object, oldObject)) {
    return "to the Kyverno CLI the old object of an UPDATE equals the new one";
  }
  return undefined;
}

/** One call has one operation, one set of labels for a namespace, and no two objects with the same name. */
function batches(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const open: { readonly key: string; readonly names: Set<string>; readonly jobs: Job[] }[] = [];
  for (const job of jobs) {
    const key = JSON.stringify([job.request.operation, job.request.namespace ?? null]);
    const name = identityOf(resourceOf(job.object));
    let batch = open.find((each) => each.key === key && each.jobs.length < batchSize && !each.names.has(name));
    if (batch === undefined) open.push((batch = { key, names: new Set(), jobs: [] }));
    batch.names.add(name);
    batch.jobs.push(job);
  }
  return open.map((batch) => batch.jobs);
}

function resourceOf(object: JsonObject): Record<string, string> {
  const metadata = (object["metadata"] ?? {}) as JsonObject;
  const { apiVersion, kind } = object;
  const { namespace, name } = metadata;
  const texts = Object.entries({ apiVersion, kind, namespace, name }).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts) as Record<string, string>;
}

/** One object that the CLI cannot take stops the call without a report: halves find it, and judge the rest. */
async function judgeBatch(call: Call, batch: readonly Job[]): Promise<Judged> {
  const all = (verdict: EngineVerdict): Judged => batch.map((job) => [job, verdict] as const);
  if (call.failed >= failuresBorne) return all(engineFailure("it failed before"));
  const ran = await apply(call, batch);
  if (!ran.ended) {
    call.failed = failuresBorne;
    return all(engineFailure(ran.reason));
  }
  const { code, stdout, stderr } = ran;
  const results = readReports(stdout);
  const skipped = skippedPolicies(stdout);
  if (skipped !== undefined) return all({ outcome: "error", stage: "policy", message: skipped.trim() });
  if (/failed to compile policy|failed to load policies/.test(stderr)) {
    return all({ outcome: "error", stage: "policy", message: complaint(stderr) });
  }
  // When the policy matches nothing there is no report either, and that is no failure.
  if (results !== undefined || code === 0) {
    return batch.map((job) => {
      const identity = identityOf(resourceOf(job.object));
      const own = (results ?? []).filter(({ resources = [] }) =>
        resources.some((each) => identityOf(each) === identity),
      );
      return [job, verdictOf(own)] as const;
    });
  }
  if (batch.length === 1) {
    call.failed += 1;
    return all(engineFailure(complaint(stderr) || `it ended with exit code ${String(code)} and without a report`));
  }
  const middle = Math.ceil(batch.length / 2);
  const first = await judgeBatch(call, batch.slice(0, middle));
  return [...first, ...(await judgeBatch(call, batch.slice(middle)))];
}

async function atMostTwo<Made>(call: () => Promise<Made>): Promise<Made> {
  while (running.size >= 2) await Promise.race(running);
  const ended = call();
  const settled = ended.then(
    () => undefined,
    () => undefined,
  );
  running.add(settled);
  try {
    return await ended;
  } finally {
    running.delete(settled);
  }
}

const running = new Set<Promise<void>>();

/** The exit code is 1 for a denial as for an error: the report tells them apart. */
async function apply({ run, policy }: Call, batch: readonly Job[]): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), "writ-kyverno-"));
  const { operation, namespace } = batch[0]?.request ?? { operation: "CREATE" as const };
  const values = {
    apiVersion: "cli.kyverno.io/v1alpha1",
    kind: "Values",
    metadata: { name: "values" },
    globalValues: { "request.operation": operation },
    ...(namespace === undefined
      ? {}
      : { namespaceSelector: [{ name: namespace.name, labels: namespace.labels ?? {} }] }),
  };
  try {
    await writeFile(join(folder, "policy.yaml"), yamlOf(policy));
    await writeFile(join(folder, "resources.yaml"), batch.map(({ object }) => `---\n${yamlOf(object)}`).join(""));
    await writeFile(join(folder, "values.yaml"), yamlOf(values));
    // Relative paths: what the CLI says about a file is the same each time.
    const input = ["policy.yaml", "--resource", "resources.yaml", "-f", "values.yaml"];
    const report = ["--policy-report", "--output-format", "json", "--remove-color"];
    return await run(["apply", ...input, ...report], folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** JSON is YAML but for characters that YAML takes for line breaks or does not print. It knows no surrogates in escapes. */
function yamlOf(value: unknown): string {
  const escaped = JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}

/** Without the trace of a panic. */
function complaint(stderr: string): string {
  const lines = stderr.trim().split("\n");
  const end = lines.findIndex((line) => line.startsWith("goroutine "));
  return lines
    .slice(0, end === -1 ? 12 : end)
    .join("\n")
    .trim();
}

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { emitRego } from "@writ/compiler";
import type { CompiledPolicy, PolicyRequest } from "@writ/compiler/ir";
import { sortViolations, type Violation } from "@writ/sdk/runtime";
import type { Answer } from "./answer.js";
import { defaultPatience, type EngineOptions, type EngineProgram } from "./engine.js";
import type { EngineForm } from "./form.js";
import { runProgram } from "./run-program.js";

/** Inputs of one call: OPA reads them all before it answers. */
const batchSize = 500;

/** The `opa` command, which judges by the Rego in OPA's own evaluator. */
export function openOpaForm(
  { file, version }: EngineProgram,
  { patience = defaultPatience }: EngineOptions = {},
): EngineForm {
  return {
    name: "opa",
    engine: `OPA ${version}, Rego`,
    isSlow: false,
    refusal: () => undefined,
    judge: async (policy, requests) => {
      const folder = await mkdtemp(join(tmpdir(), "writ-opa-"));
      try {
        const query = await writeBundle(policy, folder);
        const answers: Answer[] = [];
        for (let from = 0; from < requests.length; from += batchSize) {
          const batch = requests.slice(from, from + batchSize);
          answers.push(...(await evaluate({ file, folder, query, patience }, batch)));
        }
        return requests.map((request, index) => ({ request, answer: answers[index] ?? noVerdict }));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: () => Promise.resolve(),
  };
}

const noVerdict: Answer = { kind: "broken", message: "opa gave no verdict" };

/** Writes the modules, and answers what to ask them: the violations for each of many inputs, by its number. */
async function writeBundle(policy: CompiledPolicy, folder: string): Promise<string> {
  const { modules } = emitRego([policy]);
  for (const [path, text] of Object.entries(modules)) {
    await mkdir(dirname(join(folder, "bundle", path)), { recursive: true });
    await writeFile(join(folder, "bundle", path), text);
  }
  const [, name] = /^package (\S+)$/m.exec(modules[`policies/${policy.id}.rego`] ?? "") ?? [];
  if (name === undefined) throw new Error(`${policy.id} has no Rego module of its own`);
  // Where the rule is undefined the number is missing: that must not look like an input without violations.
  return `{i: v | some i, r in input.requests; v := data.${name}.violations with input as r}`;
}

interface Call {
  readonly file: string;
  readonly folder: string;
  readonly query: string;
  readonly patience: number;
}

async function evaluate(
  { file, folder, query, patience }: Call,
  requests: readonly PolicyRequest[],
): Promise<readonly Answer[]> {
  await writeFile(join(folder, "input.json"), JSON.stringify({ requests }));
  const args = ["eval", "--format", "json", "--data", "bundle", "--input", "input.json", "--strict-builtin-errors"];
  const ran = await runProgram(file, [...args, query], { cwd: folder, patience });
  if (!ran.ended) return requests.map(() => ({ kind: "broken", message: ran.reason }));
  const { values, errors } = readOutput(ran.stdout);
  if (errors.length > 0) return requests.map(() => ({ kind: "failed", message: errors.join("; ").slice(0, 400) }));
  if (ran.code !== 0 || values === undefined) {
    const complaint = (ran.stderr || ran.stdout).trim().slice(0, 400);
    return requests.map(() => ({
      kind: "broken",
      message: complaint || `it ended with exit code ${String(ran.code)}`,
    }));
  }
  return requests.map((_, index) => answerOf(values[String(index)]));
}

interface Output {
  /** The value of the query. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What OPA says about the policy: no error of the command itself. */
  readonly errors: readonly string[];
}

function readOutput(text: string): Output {
  try {
    const output = JSON.parse(text) as {
      readonly result?: readonly { readonly expressions: readonly { readonly value: Record<string, unknown> }[] }[];
      readonly errors?: readonly { readonly message: string }[];
    };
    const value = output.result?.[0]?.expressions[0]?.value;
    return {
      ...(value === undefined ? {} : { values: value }),
      errors: (output.errors ?? []).map((error) => error.message),
    };
  } catch {
    return { errors: [] };
  }
}

function answerOf(value: unknown): Answer {
  if (!Array.isArray(value) || !value.every(isViolation)) return noVerdict;
  return { kind: "violations", violations: sortViolations(value.map(({ path, msg }) => ({ path, message: msg }))) };
}

function isViolation(value: unknown): value is { readonly path: Violation["path"]; readonly msg: string } {
  if (typeof value !== "object" || value === null || !("path" in value) || !("msg" in value)) return false;
  return Array.isArray(value.path) && typeof value.msg === "string";
}

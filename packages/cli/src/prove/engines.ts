import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PolicyRequest } from "@writ/compiler/ir";
import { type Violation, sortViolations } from "@writ/sdk/runtime";
import type { RegoSource } from "../adapters/compiler.js";
import type { Evaluator } from "../judge/evaluator.js";
import type { Opinion } from "../judge/native.js";

/** A foreign engine that is installed. */
export interface FoundEngine {
  readonly name: string;
  readonly version: string;
  /** Judges by the policies of a set. */
  readonly open: (rego: RegoSource) => Evaluator;
}

/** The engines on PATH that judge by what writ makes. */
export function findEngines(): readonly FoundEngine[] {
  const version = versionOf("opa", ["version"], /^Version:\s*(\S+)/m);
  return version === undefined ? [] : [{ name: "opa", version, open: openOpa }];
}

function versionOf(program: string, args: readonly string[], pattern: RegExp): string | undefined {
  try {
    const text = execFileSync(program, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 10_000,
    });
    return pattern.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

/** Inputs of one call: OPA reads them all before it answers. */
const batchSize = 500;

function openOpa(rego: RegoSource): Evaluator {
  return {
    name: "opa",
    judge: async ({ compiled }, requests) => {
      const text = rego.modules[`policies/${compiled.id}.rego`] ?? "";
      const [, name] = /^package (\S+)$/m.exec(text) ?? [];
      if (name === undefined) return requests.map(() => ({ failed: "the policy has no Rego" }));
      const folder = mkdtempSync(join(tmpdir(), "writ-prove-"));
      try {
        for (const [path, module] of Object.entries(rego.modules)) {
          mkdirSync(dirname(join(folder, "bundle", path)), { recursive: true });
          writeFileSync(join(folder, "bundle", path), module);
        }
        const opinions: Opinion[] = [];
        for (let from = 0; from < requests.length; from += batchSize)
          opinions.push(...evaluate(folder, `data.${name}.violations`, requests.slice(from, from + batchSize)));
        return opinions;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** One call for many inputs: each is put in the place of `input` in turn. */
function evaluate(folder: string, rule: string, requests: readonly PolicyRequest[]): readonly Opinion[] {
  writeFileSync(join(folder, "input.json"), JSON.stringify({ requests }));
  const query = `[x | some r in input.requests; x := {"v": [v | some v in ${rule} with input as r]}]`;
  const args = [
    "eval",
    "--format",
    "json",
    "--data",
    "bundle",
    "--input",
    "input.json",
    "--strict-builtin-errors",
    query,
  ];
  const { status, stdout, stderr } = spawnSync("opa", args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) return requests.map(() => ({ failed: `opa: ${(stderr || stdout).trim().slice(0, 400)}` }));
  const answer = JSON.parse(stdout) as {
    result?: { expressions: { value: { v: { path: Violation["path"]; msg: string }[] }[] }[] }[];
  };
  const values = answer.result?.[0]?.expressions[0]?.value ?? [];
  return requests.map((_, index) => {
    const found = values[index]?.v;
    if (found === undefined) return { failed: "opa gave no verdict" };
    return sortViolations(found.map(({ path, msg }) => ({ path, message: msg })));
  });
}

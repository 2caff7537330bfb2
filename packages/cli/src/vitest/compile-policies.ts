import { readFileSync, writeFileSync } from "node:fs";
import { type CompileJob, type CompileJobs, resultDescriptor } from "./compile-jobs.js";
import { type Cache, openCache } from "../policies/cache.js";
import { preparePolicies } from "../policies/prepare.js";
import type { Result } from "../problem.js";
import { success } from "../problem.js";
import type { CompiledPolicy } from "@writ/compiler/ir";

/**
 * A program of its own, for test runners: compiles the policies that standard input asks for, as `writ check` does, and writes the
 * results to a descriptor of their own, because a module of the author may print.
 */
async function main(): Promise<void> {
  const { root, jobs } = JSON.parse(readFileSync(0, "utf8")) as CompileJobs;
  // Not the entries of `writ check`: a suite with many parameter sets would drive those out.
  const cache = openCache(root, process.env, { suffix: "-tests", kept: 500 });
  const results: Result<readonly CompiledPolicy[]>[] = [];
  for (const job of jobs) results.push(await compiled(job, root, cache));
  writeFileSync(resultDescriptor, JSON.stringify(results));
}

async function compiled(
  { file, id, params }: CompileJob,
  root: string,
  cache: Cache,
): Promise<Result<readonly CompiledPolicy[]>> {
  const needs = { native: false, wasm: false };
  const request = { root, files: [file], params: { [id]: params }, chosen: true, only: [id], needs };
  const set = await preparePolicies(request, cache);
  return set.ok ? success(set.value.entries.map((entry) => entry.compiled)) : set;
}

void main();

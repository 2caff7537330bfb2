import { relative } from "node:path";
import type { Policy } from "@writ/sdk";
import type { CompiledPolicy } from "@writ/compiler/ir";
import type { PolicyModule, RegoSource } from "../adapters/compiler.js";
import { compilePolicies, regoOf } from "../adapters/compiler.js";
import { type CompiledRego, type StartingOpa, startOpa } from "../adapters/opa.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { nearest } from "../suggest.js";
import { type Bundle, bundle } from "./bundle.js";
import { type Namespaces, evaluateBundle } from "./evaluate-bundle.js";
import type { PolicyRequest } from "./policy-set.js";
import { bundleName } from "./prepare.js";

export interface CompiledSet {
  readonly bundle: Bundle;
  readonly namespaces: Namespaces;
  readonly policies: readonly CompiledPolicy[];
  /** The module of each policy, as an index into the request's files. */
  readonly modules: readonly number[];
  readonly rego: RegoSource;
  readonly opa?: CompiledRego;
}

/** Everything that the cache saves: bundle, run, compile to IR, emit Rego, compile to WASM. Any problem: nothing is made. */
export async function compileSet(request: PolicyRequest): Promise<Result<CompiledSet>> {
  const opa = request.needs.wasm ? startOpa() : undefined;
  try {
    return await compileWith(request, opa);
  } finally {
    opa?.close();
  }
}

async function compileWith(request: PolicyRequest, opa: StartingOpa | undefined): Promise<Result<CompiledSet>> {
  const bundled = await bundle({ root: request.root, files: request.files, code: "WRIT2011" });
  if (!bundled.ok) return bundled;
  const namespaces = evaluateBundle(bundled.value.code, bundleName(request), "WRIT2012");
  if (!namespaces.ok) return namespaces;
  const modules = policyModules(request.files, namespaces.value);
  const problems = setProblems(modules, request.root, request.params, request.chosen);
  if (problems.length > 0) return failure(...problems);
  const chosen = chooseModules(modules, request.only);
  const compiled = await compilePolicies({ root: request.root, modules: chosen, params: request.params });
  if (!compiled.ok) return compiled;
  const policies = [...compiled.value].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rego = await regoOf(policies);
  const made = await opa?.compile(rego);
  if (made?.ok === false) return made;
  return success({
    bundle: bundled.value,
    namespaces: namespaces.value,
    policies,
    modules: policies.map(({ id }) => modules.findIndex((module) => declares(module, id))),
    rego,
    ...(made === undefined ? {} : { opa: made.value }),
  });
}

function declares(module: PolicyModule, id: string): boolean {
  return Object.values(module.policies).some((policy) => policy.id === id);
}

function chooseModules(modules: readonly PolicyModule[], only: readonly string[] | undefined): readonly PolicyModule[] {
  if (only === undefined) return modules;
  return modules
    .map(({ file, policies }) => ({
      file,
      policies: Object.fromEntries(Object.entries(policies).filter(([, { id }]) => only.includes(id))),
    }))
    .filter(({ policies }) => Object.keys(policies).length > 0);
}

/** The policies that each module exports, under their export names. A policy exported twice keeps its first name. */
export function policyModules(files: readonly string[], namespaces: Namespaces): readonly PolicyModule[] {
  return files.map((file, index) => {
    const seen = new Set<Policy>();
    const exported = Object.entries(namespaces[index] ?? {}).filter((entry): entry is [string, Policy] => {
      const [, value] = entry;
      if (!isPolicyValue(value) || seen.has(value)) return false;
      seen.add(value);
      return true;
    });
    return { file, policies: Object.fromEntries(exported) };
  });
}

// The SDK's `isPolicy`; its index would bring every model along.
function isPolicyValue(value: unknown): value is Policy {
  return typeof value === "object" && value !== null && (value as { writ?: unknown }).writ === "policy";
}

/** Modules without a policy, ids that two policies share, parameters that nobody has. */
export function setProblems(
  modules: readonly PolicyModule[],
  root: string,
  params: PolicyRequest["params"],
  chosen = false,
): readonly Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, { readonly file: string; readonly policy: Policy }>();
  for (const { file, policies } of modules) {
    if (Object.keys(policies).length === 0) {
      const help = "export the value that `policy({…})` returns: `export const name = policy({ … })`";
      problems.push({ code: "WRIT2014", message: "the module exports no policy", help, file });
    }
    for (const policy of Object.values(policies)) {
      const other = owners.get(policy.id);
      owners.set(policy.id, other ?? { file, policy });
      if (other === undefined) continue;
      const help = `the other one is in ${relative(root, other.file) || other.file}`;
      problems.push({ code: "WRIT2013", message: `two policies have the id \`${policy.id}\``, help, file });
    }
  }
  for (const [id, values] of Object.entries(params)) {
    const owner = owners.get(id);
    if (owner === undefined) {
      if (!chosen) problems.push(unknownName("policy", id, "in `params`", owners.keys()));
    } else {
      const known = Object.keys(owner.policy.params);
      const wrong = Object.keys(values).filter((name) => !known.includes(name));
      problems.push(...wrong.map((name) => unknownName("parameter", name, `of \`${id}\``, known)));
    }
  }
  return problems;
}

/** A name that the configuration uses and nobody has. */
export function unknownName(what: string, name: string, where: string, known: Iterable<string>): Problem {
  const names = [...known];
  const meant = nearest(name, names);
  const help = meant === undefined ? `known: ${names.sort().join(", ") || "none"}` : `did you mean \`${meant}\`?`;
  return { code: "WRIT2015", message: `there is no ${what} \`${name}\` ${where}`, help };
}

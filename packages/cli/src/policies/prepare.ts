import type { Policy } from "@writ/sdk";
import type { CompiledPolicy } from "@writ/compiler/ir";
import type { RegoSource } from "../adapters/compiler.js";
import type { CompiledRego } from "../adapters/opa.js";
import { buildId } from "../build-id.js";
import type { Result } from "../problem.js";
import { success } from "../problem.js";
import type { Cache } from "./cache.js";
import { evaluateBundle, type Namespaces } from "./evaluate-bundle.js";
import { type Fingerprint, fingerprintOf, hashOf, isCurrent } from "./fingerprint.js";
import type { PolicyEntry, PolicyRequest, PolicySet } from "./policy-set.js";
import { withTypeImports } from "./type-imports.js";

/** What the cache keeps beside the bundle and the WASM. */
interface SetRecord {
  readonly fingerprint: Fingerprint;
  readonly policies: readonly CompiledPolicy[];
  /** The module of each policy, as an index into the request's files. */
  readonly modules: readonly number[];
  readonly rego: RegoSource;
  /** Content hashes of the files that belong to it: two runs at once must not mix theirs. */
  readonly bundle: string;
  readonly opa?: { readonly wasm: string; readonly formatted: CompiledRego["formatted"] };
}

/**
 * Compiles the policies of a request, or takes them from the cache when no file, parameter or version has changed: then
 * neither esbuild nor the compiler nor OPA is loaded.
 */
export async function preparePolicies(request: PolicyRequest, cache: Cache): Promise<Result<PolicySet>> {
  const key = `set-${hashOf(buildId, request.root, JSON.stringify([request.files, request.params, request.only ?? null]))}`;
  const cached = readCached(request, cache, key);
  if (cached !== undefined) return cached;
  const { compileSet } = await import("./compile-set.js");
  const compiled = await compileSet(request);
  if (!compiled.ok) return compiled;
  const { bundle, namespaces, policies, modules, rego, opa } = compiled.value;
  const record: SetRecord = {
    fingerprint: fingerprintOf(withTypeImports(bundle.inputs)),
    policies,
    modules,
    rego,
    bundle: hashOf(bundle.code),
    ...(opa === undefined ? {} : { opa: { wasm: hashOf(opa.wasm), formatted: opa.formatted } }),
  };
  cache.write(key, {
    "bundle.cjs": bundle.code,
    ...(opa === undefined ? {} : { "policy.wasm": opa.wasm }),
    "set.json": JSON.stringify(record),
  });
  return success(assemble(request, record, namespaces, opa?.wasm));
}

function readCached(request: PolicyRequest, cache: Cache, key: string): Result<PolicySet> | undefined {
  const record = parseRecord(cache.read(key, "set.json"));
  if (record === undefined || !isCurrent(record.fingerprint)) return undefined;
  const wasm = request.needs.wasm ? cache.read(key, "policy.wasm") : undefined;
  if (request.needs.wasm && (wasm === undefined || hashOf(wasm) !== record.opa?.wasm)) return undefined;
  if (!request.needs.native) return success(assemble(request, record, undefined, wasm));
  const code = cache.read(key, "bundle.cjs");
  if (code === undefined || hashOf(code) !== record.bundle) return undefined;
  const namespaces = evaluateBundle(code.toString(), bundleName(request), "WRIT2012");
  return namespaces.ok ? success(assemble(request, record, namespaces.value, wasm)) : namespaces;
}

function parseRecord(text: Buffer | undefined): SetRecord | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.toString()) as SetRecord;
  } catch {
    return undefined;
  }
}

/** The name of the bundle in stack traces, and the place it resolves Node's modules from. */
export function bundleName(request: PolicyRequest): string {
  return `${request.root}/policies.cjs`;
}

function assemble(
  request: PolicyRequest,
  record: SetRecord,
  namespaces: Namespaces | undefined,
  wasm: Uint8Array | undefined,
): PolicySet {
  const entries = record.policies.map((compiled, index): PolicyEntry => {
    const module = namespaces?.[record.modules[index] ?? -1];
    const native = module?.[compiled.exportName] as Policy | undefined;
    return { compiled, severity: compiled.severity, ...(native === undefined ? {} : { native }) };
  });
  const opa = wasm === undefined || record.opa === undefined ? {} : { opa: { wasm, formatted: record.opa.formatted } };
  return { entries, root: request.root, rego: record.rego, ...opa };
}

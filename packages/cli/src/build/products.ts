import { type Enforcement, type KubernetesTarget, type RegoSource, kubernetesFiles } from "../adapters/compiler.js";
import type { CompiledRego } from "../adapters/opa.js";
import { version } from "../build-id.js";
import { hashOf } from "../policies/fingerprint.js";
import type { PolicyEntry } from "../policies/policy-set.js";
import { tarball } from "./tar.js";

/** What `writ build` can write. */
export const targets = ["opa", "wasm", "kyverno", "kyverno-legacy", "vap"] as const;
export type Target = (typeof targets)[number];

/** The targets that are made from Rego, and so need OPA's compiler. */
export const regoTargets: readonly Target[] = ["opa", "wasm"];

/** Files to write, by path below the output folder, with forward slashes. */
export type Products = Readonly<Record<string, Uint8Array>>;

export interface BuildInput {
  readonly entries: readonly PolicyEntry[];
  readonly rego: RegoSource;
  /** Absent when no target is made from Rego. */
  readonly compiled?: CompiledRego;
  readonly enforcement: Enforcement;
}

/** The files of a target. */
export async function productsOf(target: Target, input: BuildInput): Promise<Products> {
  if (target !== "opa" && target !== "wasm") return kubernetesObjects(target, input);
  if (input.compiled === undefined) throw new Error(`the target ${target} needs compiled Rego`);
  const compiled = { ...input, compiled: input.compiled };
  return target === "opa" ? opaBundle(compiled) : wasmPolicy(compiled);
}

type CompiledInput = BuildInput & { readonly compiled: CompiledRego };

/** A file for each policy, ready for `kubectl apply`. */
async function kubernetesObjects(target: KubernetesTarget, { entries, enforcement }: BuildInput): Promise<Products> {
  const files = await kubernetesFiles(
    target,
    entries.map(({ compiled }) => compiled),
    enforcement,
  );
  return Object.fromEntries(files.map(({ policyId, text }) => [`${target}/${policyId}.yaml`, Buffer.from(text)]));
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** A bundle that OPA loads as it is: `opa run -b opa`, or the archive beside it. */
function opaBundle({ entries, rego, compiled }: CompiledInput): Products {
  const modules = Object.entries(compiled.formatted).sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = {
    revision: hashOf(...modules.flat()),
    roots: rootsOf(modules.map(([, text]) => text)),
    rego_version: 1,
    metadata: {
      writ: version,
      policies: entries.map(({ compiled: policy }) => policy.id),
      entrypoints: sorted(rego.entrypoints),
    },
  };
  const files: Record<string, Uint8Array> = { ".manifest": json(manifest) };
  for (const [path, text] of modules) files[path] = Buffer.from(text);
  const inFolder = Object.fromEntries(Object.entries(files).map(([path, content]) => [`opa/${path}`, content]));
  return { ...inFolder, "opa.tar.gz": tarball(files) };
}

/** The first names of the packages: what the bundle owns in OPA's data. */
function rootsOf(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) => /^package\s+([A-Za-z_]\w*)/m.exec(text)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** A policy.wasm, and what a host must know to call it. */
function wasmPolicy({ entries, rego, compiled }: CompiledInput): Products {
  const manifest = {
    writ: version,
    input: {
      object: "the object",
      operation: "CREATE, UPDATE, DELETE or CONNECT",
      oldObject: "for UPDATE and DELETE",
      namespace: { name: "the namespace of the object" },
    },
    entrypoints: sorted(rego.entrypoints),
    policies: entries.map(({ compiled: { id, title, severity, kinds } }) => ({
      id,
      title,
      severity,
      kinds: kinds.map(
        ({ group, version: apiVersion, kind }) => `${group === "" ? "" : `${group}/`}${apiVersion}/${kind}`,
      ),
    })),
  };
  return { "wasm/policy.wasm": compiled.wasm, "wasm/manifest.json": json(manifest) };
}

function sorted(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

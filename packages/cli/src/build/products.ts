import type { RegoSource } from "../adapters/compiler.js";
import type { CompiledRego } from "../adapters/opa.js";
import { version } from "../build-id.js";
import { hashOf } from "../policies/fingerprint.js";
import type { PolicyEntry } from "../policies/policy-set.js";
import { tarball } from "./tar.js";

/** Files to write, by path below the output folder, with forward slashes. */
export type Products = Readonly<Record<string, Uint8Array>>;

/** What the targets from Rego are made from. */
export interface RegoInput {
  readonly entries: readonly PolicyEntry[];
  readonly rego: RegoSource;
  readonly compiled: CompiledRego;
}

/** The files of a target that is made from Rego. */
export function regoProducts(target: "opa" | "wasm", input: RegoInput): Products {
  return target === "opa" ? opaBundle(input) : wasmPolicy(input);
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** A bundle that OPA loads as it is: `opa run -b opa`, or the archive beside it. */
function opaBundle({ entries, rego, compiled }: RegoInput): Products {
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
function wasmPolicy({ entries, rego, compiled }: RegoInput): Products {
  const manifest = {
    writ: version,
    input: {
      object: "the object; for DELETE, what is deleted",
      operation: "CREATE, UPDATE, DELETE or CONNECT",
      oldObject: "for UPDATE",
      namespace: { name: "the namespace of the object" },
    },
    entrypoints: sorted(rego.entrypoints),
    policies: entries.map(({ compiled: { id, title, kinds }, severity }) => ({
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

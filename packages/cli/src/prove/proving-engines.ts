import { opaVersion } from "../adapters/opa.js";
import type { ProvingEngine } from "./certificate.js";
import type { OpenEngine } from "./engines/open.js";

/** Everyone who judges beside the interpreter: what comes with writ, then the engines that were found. */
export async function provingEngines(found: readonly OpenEngine[]): Promise<readonly ProvingEngine[]> {
  return [
    own("TypeScript", process.version, "native", "the policy's own TypeScript in Node"),
    own("OPA WASM", await opaVersion(), "wasm", "the Rego as WASM in Node"),
    ...found.map(({ name, version, forms }) => ({
      name,
      version,
      witnesses: forms.map((form) => ({ name: form.name, what: form.engine, isSlow: form.isSlow })),
    })),
  ];
}

function own(name: string, version: string, witness: string, what: string): ProvingEngine {
  return { name, version, witnesses: [{ name: witness, what, isSlow: false }] };
}

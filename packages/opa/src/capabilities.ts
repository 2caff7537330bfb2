import { readFileSync } from "node:fs";
import { packageFile } from "./package-files.js";

/** Path of {@link wasmCapabilities} as a file, for `opa check --capabilities`. */
export function wasmCapabilitiesFile(): string {
  return packageFile("capabilities.json");
}

/**
 * The capabilities document of writ's WASM target: builtins that OPA's WASM runs natively, hence the same for every host, without
 * those whose WASM result cannot be trusted (go/capabilities/main.go gives the reasons), and with no network.
 *
 * `replace` is in it although an empty search string never returns: the emitter passes only literals that are not empty.
 */
export function wasmCapabilities(): unknown {
  return JSON.parse(readFileSync(wasmCapabilitiesFile(), "utf8"));
}

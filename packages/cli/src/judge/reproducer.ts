import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { PolicyRequest } from "@writ/compiler/ir";
import { buildId, version } from "../build-id.js";
import { ignoreInGit } from "../policies/cache.js";
import { hashOf } from "../policies/fingerprint.js";
import type { Opinion } from "./native.js";

/** A request on which engines differ, and what they say. */
export type Difference = {
  readonly policy: string;
  readonly file: string;
  readonly request: PolicyRequest;
  readonly params: unknown;
} & (
  | { readonly wasm: Opinion; readonly native: Opinion }
  /** What the policy means, and what an engine says. */
  | { readonly engine: string; readonly witness: string; readonly expected: unknown; readonly found: unknown }
);

/**
 * Saves what shows a difference between engines, and answers where, relative to `root`. `undefined` when the folder cannot
 * be written: the difference itself is reported all the same.
 */
export function saveReproducer(difference: Difference, root: string): string | undefined {
  const content = { ...difference, versions: { writ: version, build: buildId, node: process.version } };
  const text = `${JSON.stringify(content, null, 2)}\n`;
  const folder = join(root, ".writ", "reproducers");
  const file = join(folder, `${difference.policy}-${hashOf(text).slice(0, 12)}.json`);
  try {
    mkdirSync(folder, { recursive: true });
    ignoreInGit(folder);
    writeFileSync(file, text);
    return relative(root, file);
  } catch {
    return undefined;
  }
}

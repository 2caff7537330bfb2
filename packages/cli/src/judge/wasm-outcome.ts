import { type Violation, sortViolations } from "@writ/sdk/runtime";
import type { Opinion } from "./native.js";

/**
 * What an entrypoint said about a document. `null`: every policy ran and found nothing, which is so common that a worker
 * sends only that.
 */
export type WasmOutcome = null | { readonly found: Readonly<Record<string, unknown>> } | { readonly failed: string };

/** Reads the result of an entrypoint. Undefined is never clean: it means that something could not run. */
export function outcomeOf(result: unknown, ids: readonly string[]): WasmOutcome {
  if (typeof result !== "object" || result === null || Array.isArray(result)) {
    return { failed: "the WASM entrypoint gave no result" };
  }
  const found = result as Readonly<Record<string, unknown>>;
  for (const id of ids) {
    const violations = found[id];
    if (!Array.isArray(violations) || violations.length > 0) return { found };
  }
  return null;
}

const clean: readonly Violation[] = [];

/** The opinions of the named policies, in their order. */
export function opinionsOf(outcome: WasmOutcome, ids: readonly string[]): readonly Opinion[] {
  if (outcome === null) return ids.map(() => clean);
  if ("failed" in outcome) return ids.map(() => outcome);
  return ids.map((id) => opinionOf(Object.hasOwn(outcome.found, id) ? outcome.found[id] : undefined));
}

function opinionOf(found: unknown): Opinion {
  if (!Array.isArray(found)) return { failed: "it did not run in WASM" };
  const violations: Violation[] = [];
  for (const item of found as unknown[]) {
    if (!isFinding(item)) return { failed: "WASM gave something that is no violation" };
    violations.push({ path: item.path, message: item.msg });
  }
  return violations.length < 2 ? violations : sortViolations(violations);
}

function isFinding(value: unknown): value is { path: (string | number)[]; msg: string } {
  if (typeof value !== "object" || value === null) return false;
  const { path, msg } = value as { path?: unknown; msg?: unknown };
  if (typeof msg !== "string" || !Array.isArray(path)) return false;
  return path.every((segment) => typeof segment === "string" || typeof segment === "number");
}

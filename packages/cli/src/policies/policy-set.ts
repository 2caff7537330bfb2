import type { Policy, Severity } from "@writ/sdk";
import type { CompiledPolicy } from "@writ/compiler/ir";
import type { RegoSource } from "../adapters/compiler.js";
import type { CompiledRego } from "../adapters/opa.js";

/** A policy that is ready to judge. */
export interface PolicyEntry {
  readonly compiled: CompiledPolicy;
  /** The policy's own TypeScript; absent when only WASM judges. */
  readonly native?: Policy;
  /** Its own severity, or the one the configuration gives it. */
  readonly severity: Severity;
}

/** The policies of one run, ordered by id. */
export interface PolicySet {
  readonly entries: readonly PolicyEntry[];
  /** The folder that the policies' file names are relative to. */
  readonly root: string;
  readonly rego: RegoSource;
  /** Absent when OPA was not asked for. */
  readonly opa?: CompiledRego;
}

/** What a set is made from. */
export interface PolicyRequest {
  readonly root: string;
  /** Policy modules, absolute and sorted. */
  readonly files: readonly string[];
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** `files` are other policies than the configured ones, so `params` may speak of policies that are not among them. */
  readonly chosen?: boolean;
  /** Only these policies, by id. */
  readonly only?: readonly string[];
  readonly needs: { readonly native: boolean; readonly wasm: boolean };
}

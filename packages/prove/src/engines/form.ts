import type { CompiledPolicy, PolicyRequest } from "@writ/compiler/ir";
import type { Asked } from "./answer.js";

/** One engine with one form of a policy. */
export interface EngineForm {
  /** Such as `kyverno-legacy`. */
  readonly name: string;
  /** The engine, its version, and what it judges by. */
  readonly engine: string;
  /** Whether a verdict takes so long that the engine gets a sample of what is made. */
  readonly isSlow: boolean;
  /** Why the policy has no form there; undefined when it has one. */
  readonly refusal: (policy: CompiledPolicy) => string | undefined;
  /** An answer for each request, in order. */
  readonly judge: (policy: CompiledPolicy, requests: readonly PolicyRequest[]) => Promise<readonly Asked[]>;
  readonly close: () => Promise<void>;
}

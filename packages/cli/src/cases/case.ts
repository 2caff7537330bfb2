import type { JsonObject } from "@writ/compiler/ir";
import type { Violation } from "@writ/sdk/runtime";
import type { Operation } from "@writ/sdk";

/** A labelled case of a policy: a request and the verdict that every engine must give. */
export interface Case {
  /** Absolute. */
  readonly file: string;
  readonly name: string;
  /** The id of the policy; absent when the module has only one. */
  readonly policy?: string;
  /** The exact violations, in canonical order; empty for `expect: allow`. */
  readonly expected: readonly Violation[];
  /** Values of parameters; what is not named keeps the policy's default. */
  readonly params: JsonObject;
  readonly operation: Operation;
  readonly resource: JsonObject;
  readonly oldObject?: JsonObject;
  /** The namespace of an object that names none. */
  readonly namespace: string;
}

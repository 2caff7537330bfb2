import type { CompiledPolicy, PolicyRequest } from "@writ/compiler/ir";
import type { Asked, EngineForm } from "@writ/prove/engines";
import type { Evaluator } from "../judge/evaluator.js";
import type { PolicyEntry } from "../policies/policy-set.js";

/** What is held against the interpreter: an evaluator of writ's own, or a form of the policy in an engine that was found. */
export interface Witness {
  readonly name: string;
  /** Whether it is asked a sample of what is made. */
  readonly isSlow: boolean;
  /** Requests that are worth asking at once when the answer to one of them is wanted. */
  readonly batch: number;
  /** Why the policy has no form there. */
  readonly refusal: (policy: CompiledPolicy) => string | undefined;
  readonly judge: (entry: PolicyEntry, requests: readonly PolicyRequest[]) => Promise<readonly Asked[]>;
}

/** An evaluator in this process. */
export function ownWitness(evaluator: Evaluator): Witness {
  return {
    name: evaluator.name,
    isSlow: false,
    batch: 1,
    refusal: () => undefined,
    judge: async (entry, requests) => {
      const opinions = await evaluator.judge(entry, requests);
      return requests.map((request, index): Asked => {
        const opinion = opinions[index] ?? { failed: "it gave no verdict" };
        if ("failed" in opinion) return { request, answer: { kind: "failed", message: opinion.failed } };
        return { request, answer: { kind: "violations", violations: opinion } };
      });
    },
  };
}

/** An engine that starts, or compiles the policy, for each call. */
export function foreignWitness({ name, isSlow, refusal, judge }: EngineForm): Witness {
  return { name, isSlow, batch: 40, refusal, judge: ({ compiled }, requests) => judge(compiled, requests) };
}

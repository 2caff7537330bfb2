import { isDeepStrictEqual } from "node:util";
import type { CompiledPolicy, PolicyRequest } from "@writ/compiler/ir";
import { meaningOf, type Answer, type Asked, type Meaning } from "./answer.js";

/** A request on which an engine does not say what the policy means. */
export interface Difference {
  readonly request: PolicyRequest;
  readonly expected: unknown;
  readonly found: unknown;
  /** The engine itself gave no verdict: nothing is known about the policy in it. */
  readonly isBroken: boolean;
}

/** What comparing the answers of one policy in one engine brought up. */
export interface Comparison {
  readonly agreed: number;
  readonly differences: readonly Difference[];
  /** How many requests stood outside of the comparison, by reason. */
  readonly notAdmissible: ReadonlyMap<string, number>;
  readonly notAsked: ReadonlyMap<string, number>;
}

/** Holds answers against the meaning of what was asked. */
export function compare(policy: CompiledPolicy, answers: readonly Asked[]): Comparison {
  const meaning = meaningOf(policy);
  const differences: Difference[] = [];
  const notAdmissible = new Map<string, number>();
  const notAsked = new Map<string, number>();
  let agreed = 0;
  for (const { request, answer } of answers) {
    switch (answer.kind) {
      case "not admissible":
        count(notAdmissible, answer.reason);
        break;
      case "not asked":
        count(notAsked, answer.reason);
        break;
      case "failed":
      case "broken":
      case "violations":
      case "text": {
        const difference = differenceOf(request, answer, meaning(request));
        if (difference === undefined) agreed += 1;
        else differences.push(difference);
      }
    }
  }
  return { agreed, differences, notAdmissible, notAsked };
}

function differenceOf(
  request: PolicyRequest,
  answer: Exclude<Answer, { readonly kind: "not admissible" | "not asked" }>,
  meaning: Meaning,
): Difference | undefined {
  const differs = (expected: unknown, found: unknown, isBroken = false): Difference | undefined =>
    isDeepStrictEqual(expected, found) ? undefined : { request, expected, found, isBroken };
  switch (answer.kind) {
    case "text":
      return differs(meaning.text, answer.text);
    case "violations":
      return differs(meaning.violations, answer.violations);
    case "failed":
    case "broken": {
      const { violations, text } = meaning;
      return differs({ violations, text }, answer.message, answer.kind === "broken");
    }
  }
}

function count(counts: Map<string, number>, reason: string): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}

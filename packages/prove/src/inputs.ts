import fc from "fast-check";
import type { CompiledPolicy, PolicyRequest } from "@writ/compiler/ir";
import { derivedRequests } from "./derived/derive.js";
import { turningRequests } from "./derived/turning.js";
import { requestsFor } from "./requests.js";
import { smallRequests } from "./small-requests.js";

/** How many inputs to make, and from which seed: the same answer gives the same inputs. */
export interface InputPlan {
  readonly seed: number;
  /** Random requests, valid and mangled. */
  readonly random: number;
  /** Small requests about each rule. */
  readonly small: number;
  /** Requests that are one change away from a labelled one, beside those with each value at which a comparison turns. */
  readonly derived: number;
}

/**
 * Inputs of a policy, each once and none of the labelled ones: what is a change away from those, the smallest ones about each rule, and
 * random ones.
 */
export function inputsFor(
  policy: CompiledPolicy,
  { seed, random, small, derived }: InputPlan,
  labelled: readonly PolicyRequest[],
): readonly PolicyRequest[] {
  const made = [
    ...turningRequests(policy, labelled),
    ...derivedRequests(policy, labelled, derived),
    ...policy.ir.rules.flatMap((rule) => firstSmall(policy, rule, small)),
    ...fc.sample(requestsFor(policy), { numRuns: random, seed }),
  ];
  const known = new Set(labelled.map((request) => JSON.stringify(request)));
  const distinct = new Map(made.map((request) => [JSON.stringify(request), request]));
  return [...distinct].flatMap(([text, request]) => (known.has(text) ? [] : [request]));
}

function firstSmall(
  policy: CompiledPolicy,
  rule: CompiledPolicy["ir"]["rules"][number],
  limit: number,
): readonly PolicyRequest[] {
  const requests = smallRequests(policy, rule);
  const found: PolicyRequest[] = [];
  // Beyond three elements there is nothing small left; a rule without lists has no request of any weight but 0.
  for (let weight = 0; weight <= 3 && found.length < limit; weight += 1) {
    // Evenly from those of a weight: neighbours differ in one late member only. What comes very late is left to chance.
    const stride = Math.min(50, Math.max(1, Math.ceil(requests.count(weight) / (limit - found.length))));
    let position = 0;
    for (const request of requests.values(weight)) {
      if (position++ % stride === 0) found.push(request);
      if (found.length === limit) break;
    }
  }
  return found;
}

import type { CompiledPolicy } from "../ir/policy.js";
import { policyCost } from "./cel/budget.js";
import type { CelHost } from "./cel/emitter.js";
import { type Refusal, refusal } from "./cluster/refusal.js";

/** What an engine lets CEL cost, in the units of its meter. What costs more is an error, and the request is denied. */
export interface CostBudget {
  /** Of one expression: the validation, its message, or a variable. */
  readonly expression: number;
  /** Of a policy as a whole, for one request; absent where the engine has none. */
  readonly policy?: number;
}

/** The limits of the API server, whose evaluator ClusterPolicies use, too (`PerCallLimit`, `RuntimeCELCostBudget`). */
export const apiserverBudget: CostBudget = { expression: 1_000_000, policy: 10_000_000 };

const units = new Intl.NumberFormat("en-US");

/** What is over budget on the largest object that a policy is meant for; undefined when nothing is. */
export function overBudget(policy: CompiledPolicy, host: CelHost, budget: CostBudget): Refusal | undefined {
  const { total, dearest } = policyCost(policy, host);
  const sizes = policy.sizes === undefined ? "of the published sizes" : "of its declared sizes";
  const spent = (amount: number, what: string, most: number): string =>
    `on an object ${sizes} ${what} may cost ${units.format(amount)} units, and the budget is ${units.format(most)}: such an object would be denied`;
  const help =
    "ask what costs less first (`includes` or `startsWith` before a regular expression), or declare in `sizes` how large the objects are that it is meant for";
  if (dearest.units > budget.expression)
    return refusal(policy, "cost", spent(dearest.units, dearest.name, budget.expression), help);
  if (budget.policy !== undefined && total > budget.policy)
    return refusal(policy, "cost", spent(total, "all expressions together", budget.policy), help);
  return undefined;
}

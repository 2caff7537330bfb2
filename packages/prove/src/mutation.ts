import {
  interpreter,
  type CompiledPolicy,
  type JsonObject,
  type PolicyRequest,
  type Rule,
  type Step,
} from "@writ/compiler/ir";
import type { Violation } from "@writ/sdk/runtime";
import { type Mutant, mutantsOf } from "./mutants.js";
import { smallRequests } from "./small-requests.js";

/** What became of the mutants of a policy. */
export interface MutationResult {
  /** Told from the policy by an input that was given. */
  readonly killed: readonly Mutant[];
  /** Told from the policy only by the search among all small inputs. */
  readonly killedBySearch: readonly Mutant[];
  /** No small input tells them from the policy, and all were tried. */
  readonly presumedEquivalent: readonly Mutant[];
  /** Nothing told them from the policy, and there are too many small inputs to try all. */
  readonly survived: readonly Mutant[];
}

/** Small inputs that are tried for the mutants of one rule, at most. */
const searchLimit = 30_000;

/** A request, and the parameters that the policy has for it: those of a labelled case may be other than the configured ones. */
export interface MutationInput {
  readonly request: PolicyRequest;
  readonly params: JsonObject;
}

/** Runs every mutant of a policy in the interpreter, on the given inputs and then on all small ones. */
export function runMutants(policy: CompiledPolicy, inputs: readonly MutationInput[]): MutationResult {
  const groups = byParams(inputs);
  const killed: Mutant[] = [];
  const alive: Mutant[] = [];
  const judged = groups.map(({ params, requests }) => {
    const judge = interpreter({ ...policy, params });
    return { params, verdicts: requests.map((request) => [request, judge(request)] as const) };
  });
  for (const mutant of mutantsOf(policy)) {
    const isKilled = judged.some(({ params, verdicts }) => {
      const judge = judgeOf({ ...mutant.policy, params });
      return verdicts.some(([request, verdict]) => !isSame(judge(request), verdict));
    });
    (isKilled ? killed : alive).push(mutant);
  }
  const settings = [policy.params, ...groups.map(({ params }) => params)];
  const searched = policy.ir.rules.map((rule, index) =>
    searchAll(
      policy,
      rule,
      alive.filter((mutant) => mutant.rule === index),
      distinct(settings),
    ),
  );
  return {
    killed,
    killedBySearch: searched.flatMap((one) => one.killed),
    presumedEquivalent: searched.flatMap((one) => (one.complete ? one.alive : [])),
    survived: searched.flatMap((one) => (one.complete ? [] : one.alive)),
  };
}

function byParams(inputs: readonly MutationInput[]) {
  const groups = new Map<string, { readonly params: JsonObject; readonly requests: PolicyRequest[] }>();
  for (const { request, params } of inputs) {
    const key = JSON.stringify(params);
    const group = groups.get(key) ?? { params, requests: [] };
    group.requests.push(request);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function distinct(all: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(all.map((params) => [JSON.stringify(params), params])).values()];
}

/** The share of mutants that were told from the policy, of those that are not presumed to mean the same; 1 when there are none. */
export function mutationScore({ killed, killedBySearch, survived }: MutationResult): number {
  const caught = killed.length + killedBySearch.length;
  return caught + survived.length === 0 ? 1 : caught / (caught + survived.length);
}

/** The verdict of a mutant, which may do what no policy can: where it stops, it has none. */
function judgeOf(mutant: CompiledPolicy): (input: PolicyRequest) => readonly Violation[] | undefined {
  const judge = interpreter(mutant);
  return (input) => {
    try {
      return judge(input);
    } catch {
      return undefined;
    }
  };
}

function isSame(left: readonly Violation[] | undefined, right: readonly Violation[]): boolean {
  if (left?.length !== right.length) return false;
  return right.every(({ path, message }, index) => {
    const other = left[index];
    if (other?.message !== message || other.path.length !== path.length) return false;
    return path.every((segment, at) => segment === other.path[at]);
  });
}

interface Search {
  readonly killed: readonly Mutant[];
  readonly alive: readonly Mutant[];
  /** Whether lists were tried that are long enough for every loop of the rule to meet two elements. */
  readonly complete: boolean;
}

/** Searches under each setting of the parameters; what one setting does not tell apart, another may. */
function searchAll(
  policy: CompiledPolicy,
  rule: Rule,
  mutants: readonly Mutant[],
  settings: readonly JsonObject[],
): Search {
  let state: Search = { killed: [], alive: mutants, complete: true };
  for (const params of settings) {
    const found = search({ ...policy, params }, rule, state.alive);
    state = {
      killed: [...state.killed, ...found.killed],
      alive: found.alive,
      complete: state.complete && found.complete,
    };
  }
  return state;
}

function search(policy: CompiledPolicy, rule: Rule, mutants: readonly Mutant[]): Search {
  if (mutants.length === 0) return { killed: [], alive: [], complete: true };
  // Only the rule that was changed: the others say the same of the policy and of the mutant.
  const alone = (rules: readonly Rule[]): CompiledPolicy => ({ ...policy, ir: { ...policy.ir, rules } });
  const requests = smallRequests(policy, rule);
  const judge = interpreter(alone([rule]));
  const alive = new Map(mutants.map((mutant) => [mutant, judgeOf(alone(mutant.changed))]));
  const killed: Mutant[] = [];
  const enough = loops(rule) + 1;
  let tried = 0;
  for (let weight = 0; weight <= enough; weight += 1) {
    if (tried + requests.count(weight) > searchLimit) return { killed, alive: [...alive.keys()], complete: false };
    for (const request of requests.values(weight)) {
      tried += 1;
      const verdict = judge(request);
      for (const [mutant, judgeMutant] of alive) {
        if (isSame(judgeMutant(request), verdict)) continue;
        alive.delete(mutant);
        killed.push(mutant);
      }
      if (alive.size === 0) return { killed, alive: [], complete: true };
    }
  }
  return { killed, alive: [...alive.keys()], complete: true };
}

function loops(rule: Rule): number {
  return rule.steps.filter((step: Step) => step.kind === "each").length;
}

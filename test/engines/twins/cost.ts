import type { ApiserverValidator, CelCost, ValidatorVerdict } from "../src/apiserver-validator.js";
import type { JsonObject } from "../src/engine.js";
import { sizedObjects, type State } from "./objects.js";

/** What an object cost, in the units of the API server's own meter or in nanoseconds, by the emitted policy and by its twin. */
export interface Pair {
  readonly size: number;
  readonly state: State;
  readonly emitted: number;
  readonly twin: number;
}

/** Judges the sized objects by both forms. Throws when one of them is wrong about an object. */
export async function measured(
  engine: ApiserverValidator,
  id: string,
  forms: { readonly emitted: JsonObject; readonly twin: JsonObject },
  repeat: number,
): Promise<readonly { readonly units: Pair; readonly nanoseconds: Pair }[]> {
  const objects = sizedObjects(id);
  const requests = objects.map(({ object }) => ({ operation: "CREATE" as const, object }));
  const emitted = await engine.measure(forms.emitted, requests, repeat);
  const twin = await engine.measure(forms.twin, requests, repeat);
  return objects.map(({ size, state }, index) => {
    const pair = (of: (verdict: ValidatorVerdict) => number): Pair => ({
      size,
      state,
      emitted: of(judged(emitted[index], state, id)),
      twin: of(judged(twin[index], state, `the twin of ${id}`)),
    });
    return { units: pair(({ cost }) => unitsOf(cost)), nanoseconds: pair(({ nanoseconds }) => nanoseconds ?? 0) };
  });
}

function judged(verdict: ValidatorVerdict | undefined, state: State, what: string): ValidatorVerdict {
  const wanted = state === "passing" ? "allow" : "deny";
  if (verdict?.outcome === wanted && verdict.matched === true) return verdict;
  throw new Error(`${what}: ${state} objects: ${JSON.stringify(verdict)}`);
}

/** Everything that the API server spends: it makes the message of an object that passes, too. */
function unitsOf(cost: CelCost | undefined): number {
  if (cost === undefined) throw new Error("the engine gave no cost");
  return cost.matchConditions + cost.validations + cost.messages + cost.auditAnnotations;
}

/** The ratios of emitted to hand-written, the smallest first. */
export function ratios(pairs: readonly Pair[]): readonly number[] {
  return pairs.map(({ emitted, twin }) => emitted / twin).sort((a, b) => a - b);
}

export function median(sorted: readonly number[]): number {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

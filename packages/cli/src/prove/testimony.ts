import type { JsonObject, PolicyRequest } from "@writ/compiler/ir";
import { compare, gapOf, type Difference } from "@writ/prove/engines";
import { shrinkRequest } from "@writ/prove";
import type { PolicyEntry } from "../policies/policy-set.js";
import type { Witness } from "./witness.js";

/** Requests that are put to the witnesses, with the policy as its parameters make it. */
export interface InputGroup {
  readonly entry: PolicyEntry;
  readonly labelled: readonly PolicyRequest[];
  readonly generated: readonly PolicyRequest[];
}

/** One witness about one group: an evaluator of writ's own judges by the set of the group's policy. */
export interface Hearing {
  readonly witness: Witness;
  readonly group: InputGroup;
}

/** A request on which a witness says something else than the interpreter, which defines the meaning. */
export interface Disagreement {
  readonly params: JsonObject;
  readonly request: PolicyRequest;
  readonly expected: unknown;
  readonly found: unknown;
}

/** What one witness said about one policy. */
export interface Testimony {
  readonly witness: string;
  /** Requests that were chosen for it: all of them, or the labelled ones and a sample. */
  readonly inputs: number;
  readonly agreed: number;
  readonly differ: number;
  /** Requests that are neither agreement nor difference, by reason. */
  readonly notAsked: Readonly<Record<string, number>>;
  readonly notAdmissible: Readonly<Record<string, number>>;
  readonly knownGaps: Readonly<Record<string, number>>;
  /** Why the policy has no form there. */
  readonly refused?: string;
  /** What the engine complained about when it gave no verdict; then nothing is known about the rest. */
  readonly broken?: string;
  /** The smallest request that shows a difference. */
  readonly disagreement?: Disagreement;
}

/** Of what is made, a slow witness gets at most so many requests of a group. */
export const sampleSize = 60;

/** What a slow witness is asked of a group, or any other. */
export function asksOf({ isSlow }: Witness, { labelled, generated }: InputGroup): readonly PolicyRequest[] {
  return [...labelled, ...(isSlow ? sampleOf(generated) : generated)];
}

/** Every nth, so that each way in which requests are made has its share. */
function sampleOf(requests: readonly PolicyRequest[]): readonly PolicyRequest[] {
  const stride = Math.ceil(requests.length / sampleSize);
  return requests.filter((_, index) => index % stride === 0);
}

/** Hears one witness about all groups of a policy, up to the first on which it breaks. */
export async function hear(name: string, hearings: readonly Hearing[]): Promise<Testimony> {
  let [inputs, agreed, differ] = [0, 0, 0];
  const notAsked = new Map<string, number>();
  const notAdmissible = new Map<string, number>();
  const knownGaps = new Map<string, number>();
  let first: (Hearing & { readonly difference: Difference }) | undefined;
  let refused: string | undefined;
  let broken: string | undefined;
  for (const { witness, group } of hearings) {
    const requests = asksOf(witness, group);
    const { compiled } = group.entry;
    inputs += requests.length;
    refused ??= witness.refusal(compiled);
    if (refused !== undefined || broken !== undefined) continue;
    const found = compare(compiled, await witness.judge(group.entry, requests));
    agreed += found.agreed;
    for (const [reason, count] of found.notAsked) add(notAsked, reason, count);
    for (const [reason, count] of found.notAdmissible) add(notAdmissible, reason, count);
    for (const difference of found.differences) {
      const gap = gapOf(witness.name, compiled, difference);
      if (difference.isBroken) broken ??= String(difference.found);
      else if (gap !== undefined) add(knownGaps, gap.reason, 1);
      else {
        differ += 1;
        first ??= { witness, group, difference };
      }
    }
  }
  return {
    witness: name,
    inputs,
    agreed,
    differ,
    notAsked: byReason(notAsked),
    notAdmissible: byReason(notAdmissible),
    knownGaps: byReason(knownGaps),
    ...(refused === undefined ? {} : { refused }),
    ...(broken === undefined ? {} : { broken }),
    ...(first === undefined
      ? {}
      : { disagreement: await smallest(first.witness, first.group.entry, first.difference) }),
  };
}

function add(counts: Map<string, number>, reason: string, count: number): void {
  counts.set(reason, (counts.get(reason) ?? 0) + count);
}

function byReason(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

async function smallest(witness: Witness, entry: PolicyEntry, found: Difference): Promise<Disagreement> {
  const { compiled } = entry;
  const differencesOf = async (requests: readonly PolicyRequest[]): Promise<readonly (Difference | undefined)[]> => {
    const answers = await witness.judge(entry, requests);
    return answers.map((answer) =>
      compare(compiled, [answer]).differences.find(
        (one) => !one.isBroken && gapOf(witness.name, compiled, one) === undefined,
      ),
    );
  };
  const request = await shrinkRequest(
    found.request,
    async (candidates) => (await differencesOf(candidates)).map((difference) => difference !== undefined),
    witness.batch,
  );
  const [shrunk = found] = await differencesOf([request]);
  return { params: compiled.params, request: shrunk.request, expected: shrunk.expected, found: shrunk.found };
}

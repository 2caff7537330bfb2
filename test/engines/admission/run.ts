import type { Subject } from "../matrix/subject.js";
import type { Probe } from "../src/cluster/enforce-kyverno.js";
import type { KyvernoController } from "../src/cluster/kyverno.js";
import type { Cluster } from "../src/cluster/start.js";
import type { AdmissionRequest } from "../src/engine.js";
import { notAdmissible } from "../src/cluster/admit.js";
import { ask, type ControlledTrial } from "./control.js";
import { allowed, localVerdict, outcomeOf, type Outcome } from "./outcome.js";
import { matcherOf, objectsDenyingIn, productOf } from "./products.js";

/** One verdict of a cluster: of a policy in force, on a request. */
export interface Judged {
  readonly subject: Subject;
  readonly trial: ControlledTrial;
  readonly outcome: Outcome;
}

/**
 * Puts the trials of each subject to the API server with its policy alone in force. Of several denials the server tells one, so policies
 * that deny cannot be asked together; that they warn instead would show what is cut to 4,096 characters.
 */
export async function judgedByApiServer(
  cluster: Cluster,
  subjects: readonly Subject[],
  trials: readonly ControlledTrial[],
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  const { replace, lift } = await cluster.enforce([]);
  for (const subject of subjects) {
    await replace(productOf("vap", subject.bench.compiled));
    judged.push(
      ...(await judgedBy(
        cluster,
        [subject],
        trials.filter((trial) => trial.subject === subject),
      )),
    );
  }
  await lift();
  return judged;
}

/**
 * Puts the trials of all subjects to the API server at once: each policy denies in the namespaces of its own trials, and rests
 * elsewhere.
 */
export async function judgedByNamespace(
  cluster: Cluster,
  subjects: readonly Subject[],
  trials: readonly ControlledTrial[],
): Promise<readonly Judged[]> {
  const parts = subjects.map((subject) => ({ subject, own: trials.filter((trial) => trial.subject === subject) }));
  const { lift } = await cluster.enforce(
    parts.flatMap(({ subject, own }) => {
      const namespaces = new Set(own.flatMap(({ request }) => request.namespace?.name ?? []));
      return objectsDenyingIn(subject.bench.compiled, [...namespaces]);
    }),
  );
  const judged = await Promise.all(parts.map(({ subject, own }) => judgedBy(cluster, [subject], own)));
  await lift();
  return judged.flat();
}

/** Puts trials to Kyverno with the policies of several subjects in force, `most` at once: it tells the denial of each. */
export async function judgedByKyverno(
  cluster: Cluster,
  kyverno: KyvernoController,
  { target, most }: { readonly target: "kyverno" | "kyverno-legacy"; readonly most: number },
  subjects: readonly Subject[],
  trials: readonly ControlledTrial[],
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const round of roundsOf(subjects, most)) {
    const own = trials.filter(({ subject }) => round.includes(subject));
    const policies = round.flatMap(({ bench }) => productOf(target, bench.compiled));
    const lift = await kyverno.enforce(
      policies,
      round.map((subject) => probeOf(subject, trials)),
    );
    judged.push(...(await judgedBy(cluster, round, own)));
    await lift();
  }
  return judged;
}

/** Asks each trial once, and reads the verdict of each policy that matches it. */
async function judgedBy(
  cluster: Cluster,
  subjects: readonly Subject[],
  trials: readonly ControlledTrial[],
): Promise<readonly Judged[]> {
  const inForce = subjects.map((subject) => ({ subject, matches: matcherOf(subject.bench.compiled) }));
  const verdicts = await Promise.all(
    trials.map(async (trial) => ({
      trial,
      verdict: trial.control.kind === "impossible" ? unasked : await ask(cluster, trial),
    })),
  );
  return verdicts.flatMap(({ trial, verdict }) =>
    inForce
      .filter(({ matches }) => matches(trial))
      .map(({ subject }) => ({ subject, trial, outcome: outcomeOf(trial, subject, verdict) })),
  );
}

const unasked = notAdmissible("it was not asked");

/** Subjects that can be in force together, `most` at once: a policy with other parameters has the same name. */
function roundsOf(subjects: readonly Subject[], most: number): readonly (readonly Subject[])[] {
  const rounds: Subject[][] = [];
  for (const subject of subjects) {
    const { id } = subject.bench.compiled;
    const free = rounds.find((round) => round.length < most && round.every(({ bench }) => bench.compiled.id !== id));
    if (free === undefined) rounds.push([subject]);
    else free.push(subject);
  }
  return rounds;
}

/** A request that the policy denies with its parameters, be it one that was written for others. */
function probeOf(subject: Subject, trials: readonly ControlledTrial[]): Probe {
  const { id } = subject.bench.compiled;
  const matches = matcherOf(subject.bench.compiled);
  const found = trials.find(
    (trial) =>
      trial.way === "create" &&
      trial.control.kind === "admitted" &&
      matches(trial) &&
      localVerdict(subject, trial.request) !== allowed,
  );
  if (found === undefined)
    throw new Error(`no case shows what ${subject.name} denies, so nothing shows when it is in force`);
  return { policy: id, request: found.request as AdmissionRequest };
}

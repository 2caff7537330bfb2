import type { Subject } from "../matrix/subject.js";
import type { Probe } from "../src/cluster/enforce-kyverno.js";
import type { KyvernoController } from "../src/cluster/kyverno.js";
import type { Cluster } from "../src/cluster/start.js";
import type { AdmissionRequest, JsonObject } from "../src/engine.js";
import { notAdmissible } from "../src/cluster/admit.js";
import { ask, type ControlledTrial } from "./control.js";
import { allowed, localVerdict, outcomeOf, type Outcome } from "./outcome.js";
import { deniedIn, matcherOf, productOf } from "./products.js";

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
        namesOf([subject]),
        trials.filter((trial) => trial.subject === subject),
      )),
    );
  }
  await lift();
  return judged;
}

/** Puts the trials of all subjects to the API server at once: each policy denies in the namespaces of its own trials. */
export async function judgedByNamespace(
  cluster: Cluster,
  subjects: readonly Subject[],
  trials: readonly ControlledTrial[],
): Promise<readonly Judged[]> {
  const parts = subjects.map((subject) => ({ subject, own: trials.filter((trial) => trial.subject === subject) }));
  const { lift } = await cluster.enforce(
    parts.flatMap(({ subject, own }) => {
      const namespaces = new Set(own.flatMap(({ request }) => request.namespace?.name ?? []));
      return productOf("vap", subject.bench.compiled, deniedIn([...namespaces]));
    }),
  );
  const judged = await Promise.all(parts.map(({ subject, own }) => judgedBy(cluster, namesOf([subject]), own)));
  await lift();
  return judged.flat();
}

/** Puts trials to Kyverno with the policies of all subjects in force: it tells the denial of each. */
export async function judgedByKyverno(
  cluster: Cluster,
  kyverno: KyvernoController,
  target: "kyverno" | "kyverno-legacy",
  subjects: readonly Subject[],
  trials: readonly ControlledTrial[],
): Promise<readonly Judged[]> {
  const names = namesOf(subjects);
  const policies = [...names].flatMap(([{ bench }, name]) => renamed(productOf(target, bench.compiled), name));
  const lift = await kyverno.enforce(
    policies,
    [...names].map(([subject, name]) => probeOf(subject, name, trials)),
  );
  const judged = await judgedBy(cluster, names, trials);
  await lift();
  return judged;
}

/** The name of each policy: with other parameters it has the same id, and both are to be in force. */
function namesOf(subjects: readonly Subject[]): ReadonlyMap<Subject, string> {
  const counts = new Map<string, number>();
  return new Map(
    subjects.map((subject) => {
      const { id } = subject.bench.compiled;
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return [subject, count === 1 ? id : `${id}-${String(count)}`];
    }),
  );
}

function renamed(objects: readonly JsonObject[], name: string): readonly JsonObject[] {
  return objects.map((object) => ({ ...object, metadata: { ...(object["metadata"] as JsonObject), name } }));
}

/** Asks each trial once, and reads the verdict of each policy in force, by its name, that matches it. */
async function judgedBy(
  cluster: Cluster,
  names: ReadonlyMap<Subject, string>,
  trials: readonly ControlledTrial[],
): Promise<readonly Judged[]> {
  const inForce = [...names].map(([subject, name]) => ({ subject, name, matches: matcherOf(subject.bench.compiled) }));
  const verdicts = await Promise.all(
    trials.map(async (trial) => ({
      trial,
      verdict: trial.control.kind === "impossible" ? unasked : await ask(cluster, trial),
    })),
  );
  return verdicts.flatMap(({ trial, verdict }) =>
    inForce
      .filter(({ matches }) => matches(trial))
      .map(({ subject, name }) => ({ subject, trial, outcome: outcomeOf(trial, subject, name, verdict) })),
  );
}

const unasked = notAdmissible("it was not asked");

/** A request that the policy denies with its parameters, be it one that was written for others. */
function probeOf(subject: Subject, name: string, trials: readonly ControlledTrial[]): Probe {
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
  return { policy: name, request: found.request as AdmissionRequest };
}

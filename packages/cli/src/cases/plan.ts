import type { Case } from "./case.js";

/** A case and the policy it is about. */
export interface PlannedCase {
  readonly policy: string;
  readonly case: Case;
}

/** Cases that one compilation serves: at most one set of parameter values a policy. */
export interface Round {
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly policies: readonly string[];
  readonly cases: readonly PlannedCase[];
}

/**
 * Groups cases by parameter values. Parameters are constants in what is compiled, so the first values of every policy are
 * compiled together, then the second values of those that have some, and so on.
 */
export function planRounds(cases: readonly PlannedCase[]): readonly Round[] {
  const variants = new Map<string, Map<string, PlannedCase[]>>();
  for (const planned of cases) {
    const ofPolicy = variants.get(planned.policy) ?? new Map<string, PlannedCase[]>();
    variants.set(planned.policy, ofPolicy);
    const key = JSON.stringify(Object.entries(planned.case.params).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = ofPolicy.get(key) ?? [];
    ofPolicy.set(key, [...group, planned]);
  }
  const rounds: Round[] = [];
  for (const [policy, groups] of variants) {
    for (const [index, group] of [...groups.values()].entries()) {
      const round = rounds[index] ?? { params: {}, policies: [], cases: [] };
      rounds[index] = {
        params: { ...round.params, [policy]: group[0]?.case.params ?? {} },
        policies: [...round.policies, policy],
        cases: [...round.cases, ...group],
      };
    }
  }
  return rounds;
}

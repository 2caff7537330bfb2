import type { Violation } from "@writ/sdk/runtime";
import type { LabelledCase } from "./corpus.js";
import { judgeOf, type Judge, type Params, type Verdict } from "./judge.js";
import type { LibraryPolicy } from "./library.js";

/** A rule of a corpus that a policy of ours states too. */
export interface SameRule {
  /** The id of our policy. */
  readonly policy: string;
  /** The parameters with which it says the same. */
  readonly params?: Params;
  /** Which of its violations the rule is about, where the policy says more than the rule. */
  readonly about?: (violation: Violation) => boolean;
  /** Cases on which we disagree with the label, by name, and why. */
  readonly disagreements?: Readonly<Record<string, string>>;
}

/** Where the rules of a corpus stand: stated by a policy of ours too, or not, with the reason. */
export interface RuleTable {
  readonly same: Readonly<Record<string, SameRule>>;
  readonly other: Readonly<Record<string, string>>;
}

/** What comparing the labels with our verdicts brought up; each list is empty when all is well. */
export interface Comparison {
  readonly compared: number;
  readonly agreed: number;
  /** Cases of a rule that the table does not name. */
  readonly unplaced: readonly string[];
  /** Disagreements that the table does not explain. */
  readonly unexplained: readonly string[];
  /** Explanations of disagreements that are none, and entries of the table that no case is about. */
  readonly closed: readonly string[];
}

/** Compares every label with our verdict. A rule may be labelled more than once on one name: all of them count. */
export function compare(
  cases: readonly LabelledCase[],
  table: RuleTable,
  library: ReadonlyMap<string, LibraryPolicy>,
): Comparison {
  const unplaced = new Set<string>();
  const unexplained: string[] = [];
  const disagreed = new Set<string>();
  const seen = new Set<string>();
  const judges = new Map(Object.entries(table.same).map(([rule, same]) => [rule, judgeFor(same, library)]));
  let compared = 0;
  let agreed = 0;
  for (const labelled of cases) {
    seen.add(labelled.rule);
    if (Object.hasOwn(table.other, labelled.rule)) continue;
    const same = table.same[labelled.rule];
    const judge = judges.get(labelled.rule);
    if (same === undefined || judge === undefined) {
      unplaced.add(labelled.rule);
      continue;
    }
    compared++;
    const found = labelled.documents.flatMap((document) => violationsOf(judge(document), same));
    if ((found.length > 0 ? "deny" : "allow") === labelled.expect) {
      agreed++;
      continue;
    }
    disagreed.add(`${labelled.rule} ${labelled.name}`);
    if (same.disagreements?.[labelled.name] === undefined) unexplained.push(describe(labelled, found));
  }
  return {
    compared,
    agreed,
    unplaced: [...unplaced].sort(),
    unexplained,
    closed: closedEntries(table, seen, disagreed),
  };
}

function judgeFor({ policy, params }: SameRule, library: ReadonlyMap<string, LibraryPolicy>): Judge {
  const ours = library.get(policy);
  if (ours === undefined) throw new Error(`the table names a policy that the library does not have: ${policy}`);
  return judgeOf(ours, params);
}

/** The violations that the rule is about. A malformed document is refused whatever the rule is about. */
function violationsOf(verdict: Verdict | undefined, { about }: SameRule): readonly Violation[] {
  if (verdict === undefined) return [];
  return about === undefined || verdict.malformed ? verdict.violations : verdict.violations.filter(about);
}

function describe({ rule, name, expect }: LabelledCase, found: readonly Violation[]): string {
  const ours = found.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  return `${rule} ${name}: labelled ${expect}, but we found ${ours === "" ? "nothing" : ours}`;
}

function closedEntries(table: RuleTable, seen: ReadonlySet<string>, disagreed: ReadonlySet<string>): readonly string[] {
  const rules = [...Object.keys(table.same), ...Object.keys(table.other)].filter((rule) => !seen.has(rule));
  const explained = Object.entries(table.same).flatMap(([rule, { disagreements }]) =>
    Object.keys(disagreements ?? {}).map((name) => `${rule} ${name}`),
  );
  return [...rules, ...explained.filter((key) => !disagreed.has(key))];
}

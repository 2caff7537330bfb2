import { isDeepStrictEqual } from "node:util";
import type { CompiledPolicy, PolicyRequest } from "@writ/compiler/ir";
import { meaningOf, type Asked } from "./answer.js";

/** A request on which an engine does not say what the policy means. */
export interface Difference {
  readonly request: PolicyRequest;
  readonly expected: unknown;
  readonly found: unknown;
}

/** What comparing the answers of one policy in one column brought up. */
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
        differences.push({ request, expected: meaning(request), found: answer.message });
        break;
      case "violations":
      case "text": {
        const found = answer.kind === "text" ? answer.text : answer.violations;
        const expected = answer.kind === "text" ? meaning(request).text : meaning(request).violations;
        if (isDeepStrictEqual(found, expected)) agreed += 1;
        else differences.push({ request, expected, found });
      }
    }
  }
  return { agreed, differences, notAdmissible, notAsked };
}

function count(counts: Map<string, number>, reason: string): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}

/** The difference whose request is the shortest. */
export function smallest(differences: readonly Difference[]): Difference | undefined {
  const size = ({ request }: Difference): number => JSON.stringify(request).length;
  return differences.reduce<Difference | undefined>(
    (least, one) => (least === undefined || size(one) < size(least) ? one : least),
    undefined,
  );
}

/** The smallest of some differences as text, and how many more there are; empty when there is none. */
export function shown(policy: string, differences: readonly Difference[]): string {
  const least = smallest(differences);
  if (least === undefined) return "";
  const { request, expected, found } = least;
  const more = differences.length === 1 ? [] : [`and ${String(differences.length - 1)} more`];
  const line = (label: string, value: unknown): string => `${label.padEnd(10)}${JSON.stringify(value)}`;
  return [
    line("policy", policy),
    line("request", request),
    line("expected", expected),
    line("found", found),
    ...more,
  ].join("\n");
}

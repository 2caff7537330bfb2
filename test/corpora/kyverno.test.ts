import { describe, expect, it } from "vitest";
import { compare } from "./agreement.js";
import { readCorpus, titleOf, type Document, type LabelledCase } from "./corpus.js";
import { judge } from "./judge.js";
import { kyvernoTable } from "./kyverno-table.js";
import { readLibrary } from "./library.js";

/** One line of kyverno.jsonl: the label of one rule on one resource. */
interface Line {
  readonly family: string;
  readonly policy: string;
  readonly rule: string | null;
  readonly kind: string;
  readonly name: string;
  readonly expect: "fail" | "pass" | "skip";
  readonly resource: Document;
}

const corpus = readCorpus<Line>("kyverno.jsonl");
const library = await readLibrary();

function labelledCases(lines: readonly Line[]): readonly LabelledCase[] {
  return lines.flatMap(({ family, policy, rule, kind, name, expect, resource }): LabelledCase[] => {
    // Not matched by the rule: neither good nor bad.
    if (expect === "skip") return [];
    return [
      {
        rule: rule === null ? policy : `${policy}/${rule}`,
        name: `${family} ${kind} ${name}`,
        documents: [resource],
        expect: expect === "fail" ? "deny" : "allow",
      },
    ];
  });
}

describe.skipIf(corpus === undefined)(titleOf("the labels of kyverno/policies", corpus), () => {
  it("agree with our verdicts on every rule that a policy of ours states too", () => {
    const comparison = compare(labelledCases(corpus ?? []), kyvernoTable, library);
    expect(comparison).toMatchObject({ unplaced: [], unexplained: [], closed: [] });
expect(comparison.compared).toBeGreaterThan(1_000);
  });

  it("stand on resources that every policy judges without failing", () => {
    const resources = new Map((corpus ?? []).map(({ resource }) => [JSON.stringify(resource), resource]));
    expect(resources.size).toBe(915);
    for (const policy of library.values()) {
      for (const resource of resources.values()) {
        for (const { path, message } of judge(policy, resource)) {
          expect(path.length).toBeGreaterThan(0);
          expect(message).not.toBe("");
        }
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { compare } from "./agreement.js";
import { readCorpus, titleOf, type Document, type LabelledCase } from "./corpus.js";
import { judgeOf } from "./judge.js";
import { kyvernoTable } from "./kyverno-table.js";
import { readLibrary, type LibraryPolicy } from "./library.js";

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
const library = corpus === undefined ? new Map<string, LibraryPolicy>() : await readLibrary();

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
    expect(comparison).toEqual({ compared: 1_209, agreed: 1_209, unplaced: [], unexplained: [], closed: [] });
  });

  it("stand on resources that every policy judges and finds well-formed", () => {
    const resources = new Map((corpus ?? []).map(({ resource }) => [JSON.stringify(resource), resource]));
    expect(resources.size).toBe(915);
    for (const policy of library.values()) {
      const judge = judgeOf(policy);
      const verdicts = [...resources.values()].flatMap((resource) => judge(resource) ?? []);
      expect(verdicts.filter(({ malformed }) => malformed)).toEqual([]);
    }
  });
});

import { collectItems, parseDocuments } from "@writ/inputs";
import { describe, expect, it } from "vitest";
import { compare, type RuleTable } from "./agreement.js";
import { readCorpus, titleOf, type Document, type LabelledCase } from "./corpus.js";
import { readLibrary, type LibraryPolicy } from "./library.js";
import { gatekeeperTable, kubeLinterTable, polarisTable, trivyTable } from "./other-tables.js";

interface GatekeeperLine {
  readonly suite: string;
  readonly test: string;
  readonly case: string;
  readonly object: Document;
  readonly expect: "deny" | "allow";
}

interface PolarisLine {
  readonly check: string;
  readonly file: string;
  readonly documents: readonly Document[];
  readonly expect: "failure" | "success";
}

interface KubeLinterLine {
  readonly check: string;
  readonly documents: readonly Document[];
  readonly verdicts: readonly { readonly kind: string; readonly name: string; readonly expect: string | null }[];
}

interface TrivyLine {
  readonly check: string;
  readonly kind: "docker" | "kubernetes";
  readonly expect: "good" | "bad";
  readonly text: string;
}

const gatekeeper = readCorpus<GatekeeperLine>("gatekeeper.jsonl");
const polaris = readCorpus<PolarisLine>("polaris.jsonl");
const kubeLinter = readCorpus<KubeLinterLine>("kube-linter.jsonl");
const trivy = readCorpus<TrivyLine>("trivy-checks.jsonl");
const library = gatekeeper === undefined ? new Map<string, LibraryPolicy>() : await readLibrary();

function gatekeeperCase({ suite, test, case: name, object, expect }: GatekeeperLine): LabelledCase {
  const request = object["request"] as { readonly object: Document } | undefined;
  return { rule: `${suite}/${test}`, name, documents: [request?.object ?? object], expect };
}

function polarisCase({ check, file, documents, expect }: PolarisLine): LabelledCase {
  return { rule: check, name: file, documents, expect: expect === "failure" ? "deny" : "allow" };
}

function kubeLinterCases({ check, documents, verdicts }: KubeLinterLine): readonly LabelledCase[] {
  return documents.flatMap((document, index): LabelledCase[] => {
    const verdict = verdicts[index];
    // The corpus repeats most documents as an OpenShift kind, which no policy of ours looks at.
    if (verdict === undefined || verdict.kind === "DeploymentConfig") return [];
    if (verdict.expect !== "pass" && verdict.expect !== "fail") return [];
    const expect = verdict.expect === "fail" ? "deny" : "allow";
    return [{ rule: check, name: `${verdict.kind} ${verdict.name}`, documents: [document], expect }];
  });
}

function trivyCases({ check, kind, expect, text }: TrivyLine): readonly LabelledCase[] {
  if (kind !== "kubernetes") return [];
  const { documents } = collectItems(parseDocuments(text, { file: `${check}.yaml` }));
  const values = documents.map(({ value }) => value);
  return [{ rule: check, name: expect, documents: values, expect: expect === "bad" ? "deny" : "allow" }];
}

/** The labels on rules that the table names: these corpora state far more rules than our library. */
function agreement(cases: readonly LabelledCase[], table: RuleTable): { compared: number; agreed: number } {
  const named = cases.filter(({ rule }) => Object.hasOwn(table.same, rule));
  const { compared, agreed, ...problems } = compare(named, table, library);
  expect(problems).toEqual({ unplaced: [], unexplained: [], closed: [] });
  return { compared, agreed };
}

describe.skipIf(gatekeeper === undefined)(
  titleOf("the labels of other projects agree with our verdicts", gatekeeper),
  () => {
    it("gatekeeper-library", () => {
      expect(agreement((gatekeeper ?? []).map(gatekeeperCase), gatekeeperTable)).toEqual({ compared: 64, agreed: 54 });
    });

    it("Polaris", () => {
      expect(agreement((polaris ?? []).map(polarisCase), polarisTable)).toEqual({ compared: 51, agreed: 42 });
    });

    it("KubeLinter", () => {
      expect(agreement((kubeLinter ?? []).flatMap(kubeLinterCases), kubeLinterTable)).toEqual({
        compared: 26,
        agreed: 26,
      });
    });

    it("trivy-checks", () => {
      expect(agreement((trivy ?? []).flatMap(trivyCases), trivyTable)).toEqual({ compared: 30, agreed: 29 });
    });
  },
);

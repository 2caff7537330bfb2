import { describe, expect, it } from "vitest";
import { problemBlock, renderHuman } from "./human.js";
import { renderJson } from "./json.js";
import type { Report, ReportViolation } from "./report.js";
import { styleOf } from "./style.js";

const style = styleOf(false, 80);

function violation(over: Partial<ReportViolation> = {}): ReportViolation {
  return {
    policy: "no-privileged",
    severity: "high",
    message: "container app is privileged",
    path: ["spec", "containers", 0],
    resource: { apiVersion: "v1", kind: "Pod", namespace: "shop", name: "web" },
    location: { file: "a.yaml", line: 1, column: 3 },
    span: { line: 1, column: 3, endLine: 1, endColumn: 6 },
    excerpt: { firstLine: 1, lines: ["a: yes", "b: no"] },
    ...over,
  };
}

function reportOf(violations: readonly ReportViolation[], over: Partial<Report["summary"]> = {}): Report {
  return {
    summary: {
      ...{ files: 1, documents: 1, policies: 1, violations: violations.length, errors: 0, judged: 1, unmatched: 0 },
      ...{ unknownKinds: 0, others: 0, filesWithoutObjects: 0, engine: "both", policySource: "configured" },
      bySeverity: { low: 0, medium: 0, high: violations.length, critical: 0 },
      ...over,
    },
    violations,
    errors: [],
    notices: [],
    policies: [
      { id: "no-privileged", title: "No privileges", severity: "high", remediation: "Remove it.", controls: [] },
    ],
  };
}

const human = (report: Report, quiet = false): string => renderHuman(report, { style, quiet, verdict: "" });

describe("renderHuman", () => {
  it("names the file once, then each violation with its place and its cure", () => {
    const text = human(reportOf([violation(), violation({ location: { file: "a.yaml", line: 2, column: 4 } })]));
    expect(text.match(/^a\.yaml ─+$/gm)).toHaveLength(1);
    expect(text).toContain(
      "   HIGH  no-privileged · No privileges\n  container app is privileged\n  a.yaml:1:3  Pod shop/web\n",
    );
    expect(text.match(/fix: Remove it\./g)).toHaveLength(1);
    expect(text).toContain("2 violations: 2 high\n1 document in 1 file judged by 1 policy");
  });
  it("puts what one policy says about one place under one frame", () => {
    const text = human(reportOf([violation(), violation({ message: "and more" })]));
    expect(text).toContain("  - container app is privileged\n  - and more\n");
    expect(text.match(/> 1 │/g)).toHaveLength(1);
  });
  it("says what the API server has added, each once, as the frame shows only what it was added to", () => {
    const added = (field: string) => violation({ path: ["spec", field], addedByApiServer: true });
    const text = human(reportOf([violation(), added("a"), added("a"), added("b")]));
    expect(text).toContain(
      "  a.yaml:1:3  Pod shop/web\n  spec.a is added by the API server\n  spec.b is added by the API server\n\n",
    );
    expect(text.match(/added by/g)).toHaveLength(2);
  });
  it("says in which form the documents were judged", () => {
    const admission = { kubernetes: "1.2.3", admitted: 2, refused: 1, asWritten: 1, differing: 0 };
    expect(human(reportOf([], { admission }))).toContain(
      "2 documents as admitted by Kubernetes 1.2.3, none with another verdict than as written\n" +
        "1 document that it refuses, judged as written\n1 document of kinds that it does not know, judged as written\n",
    );
    const one = { ...admission, admitted: 1, refused: 0, asWritten: 0, differing: 1 };
    expect(human(reportOf([], { admission: one }))).toContain(
      "1 document as admitted by Kubernetes 1.2.3, 1 with another verdict than as written\n",
    );
  });
  it("says everything that was not judged", () => {
    const text = human(reportOf([], { unmatched: 2, unknownKinds: 1, others: 1, filesWithoutObjects: 3 }));
    for (const line of [
      "2 documents of kinds that no policy matches",
      "1 document of unknown kinds not judged",
      "1 document is not a Kubernetes object",
      "3 files without Kubernetes objects",
    ])
      expect(text).toContain(line);
  });
  it("keeps to the summary when quiet", () => {
    expect(human(reportOf([violation()]), true)).toBe(
      "1 violation: 1 high\n1 document in 1 file judged by 1 policy (OPA WASM, checked against the TypeScript)\n",
    );
  });
  it("prints names of hostile files without their control characters", () => {
    const evil = "\u001b[2J\u0007\n";
    const resource = { apiVersion: "v1", kind: `Pod${evil}`, namespace: evil, name: evil };
    const text = human(
      reportOf([violation({ message: evil, resource, location: { file: `a${evil}`, line: 1, column: 1 } })]),
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe("problemBlock", () => {
  it("underlines the span and gives the help", () => {
    const problem = {
      code: "WRIT1202",
      message: "`a` is a string, not a boolean",
      help: "write `a !== undefined`",
      file: "policy.ts",
      ...{ line: 1, column: 3, endLine: 1, endColumn: 6 },
      excerpt: { firstLine: 1, lines: ["x(abc)"] },
    };
    expect(problemBlock(problem, "error", style)).toBe(
      "error[WRIT1202] `a` is a string, not a boolean\n  policy.ts:1:3\n\n  > 1 │ x(abc)\n      │   ^^^\n\n  help: write `a !== undefined`",
    );
  });
});

describe("renderJson", () => {
  it("leaves the terminal's parts out and gives unknown places as null", () => {
    const report = { ...reportOf([violation()]), errors: [{ code: "WRIT2016", message: "there are no policies" }] };
    const parsed = JSON.parse(renderJson(report)) as { violations: object[]; errors: object[] };
    expect(Object.keys(parsed.violations[0] ?? {})).toEqual([
      "policy",
      "severity",
      "message",
      "path",
      "resource",
      "location",
    ]);
    expect(parsed.errors).toEqual([
      { file: null, line: null, column: null, message: "there are no policies", code: "WRIT2016" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { countGo, countsIn, countVitest, engineArguments, lineOf, sumOf } from "./run-tests.mjs";

const report = (changes) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
  ...changes,
});

describe("countVitest", () => {
  it("takes the numbers of the report", () => {
    expect(countVitest(report({ numPendingTests: 1, numTodoTests: 2 }), 0)).toEqual({
      passed: 3,
      failed: 0,
      skipped: 3,
    });
  });

  it("counts a failed test once, not again for its file", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] }];
    expect(countVitest(report({ numFailedTests: 1, testResults }), 1).failed).toBe(1);
  });

  it("counts a file that does not load", () => {
    expect(countVitest(report({ testResults: [{ status: "failed", assertionResults: [] }] }), 1).failed).toBe(1);
  });

  it("counts an error that belongs to no file", () => {
    expect(countVitest(report({}), 1).failed).toBe(1);
  });
});

describe("the sum of several runs", () => {
  it("takes the last line of each", () => {
    const first = countsIn("1 passed, 0 failed\nmore\n\n12 passed, 1 failed, 3 skipped\nnoise\n");
    expect(first).toEqual({ passed: 12, failed: 1, skipped: 3 });
    expect(lineOf(sumOf([first, countsIn("5 passed, 0 failed")]))).toBe("17 passed, 1 failed, 3 skipped");
    expect(lineOf(sumOf([countsIn("5 passed, 0 failed")]))).toBe("5 passed, 0 failed");
  });

  it("counts a run without such a line as a failure", () => {
    expect(countsIn("killed\n it says 5 passed, 0 failed here")).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("the arguments of the engine tests", () => {
  it("keep `--full` from Vitest", () => {
    expect(engineArguments(["--full", "test/engines/smoke"])).toEqual({ full: true, rest: ["test/engines/smoke"] });
    expect(engineArguments([])).toEqual({ full: false, rest: [] });
  });
});

describe("countGo", () => {
  const lines = (...events) => events.map((event) => JSON.stringify(event)).join("\n");

  it("counts tests and not packages", () => {
    const text = lines(
      { Action: "pass", Package: "p", Test: "TestA" },
      { Action: "fail", Package: "p", Test: "TestB" },
      { Action: "skip", Package: "p", Test: "TestC" },
      { Action: "fail", Package: "p" },
    );
    expect(countGo(text, 1)).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });

  it("counts a package that does not build", () => {
    expect(countGo(lines({ Action: "fail", Package: "p" }), 1).failed).toBe(1);
  });
});

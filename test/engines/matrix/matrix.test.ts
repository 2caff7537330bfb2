import { afterAll, describe, expect, inject, it } from "vitest";
import { derivedRequests } from "@writ/prove";
import type { Column } from "./column.js";
import { closedGaps, hold, type Ledger } from "./hold.js";
import { localColumns, openTopdownColumn } from "./rego-columns.js";
import { derivedPerPolicy } from "./run.js";
import { readSubjects, written, type Subject } from "./subject.js";
import { leaveTallies } from "./tally.js";
import { openValidatorColumns } from "./validator-columns.js";

const subjects = await readSubjects();
const columns: readonly Column[] = [
  ...localColumns,
  openTopdownColumn(),
  ...(await openValidatorColumns("new")),
  ...(await openValidatorColumns("old")),
];
const ledger: Ledger = { tallies: [], met: new Set() };

afterAll(async () => {
  leaveTallies(inject("tallies"), "matrix", ledger.tallies);
  await Promise.all(columns.map(({ close }) => close()));
});

const requests = new Map(subjects.map((subject) => [subject, requestsFor(subject)]));
const requestsOf = (subject: Subject) => requests.get(subject) ?? [];

function requestsFor({ bench: { compiled }, labelled }: Subject) {
  const written = labelled.map(({ request }) => request);
  return [...written, ...derivedRequests(compiled, written, derivedPerPolicy)];
}

// Each column is a process of its own: what one judges costs the others nothing.
describe.concurrent.each(subjects.map((subject) => [subject.name, subject] as const))("%s", (_, subject) => {
  it("means what is written down", () => {
    for (const { name, request, expected } of subject.labelled) {
      const { interpreter } = subject.bench.judge(request);
      const found = typeof interpreter === "string" ? interpreter : interpreter.map(written).sort();
      expect({ name, found }).toEqual({ name, found: [...expected].sort() });
    }
  });

  it.each(columns.map((column) => [column.name, column] as const))("%s", async (_, column) => {
    await hold(ledger, subject.set, column, subject, requestsOf(subject));
  });
});

describe("the matrix", () => {
  it("has no request twice", () => {
    for (const subject of subjects) {
      const texts = requestsOf(subject).map((request) => JSON.stringify(request));
      expect(new Set(texts).size, subject.name).toBe(texts.length);
    }
  });

  it("asks each policy something on which its verdict turns", () => {
    const oneSided = subjects.filter((subject) => {
      const said = new Set(
        requestsOf(subject).map((request) => JSON.stringify(subject.bench.judge(request).interpreter)),
      );
      return said.size < 2;
    });
    expect(oneSided.map(({ name }) => name)).toEqual([]);
  });

  it("is as large as it should be", () => {
    expect(subjects.length).toBeGreaterThanOrEqual(100);
    const inputs = subjects.reduce((sum, subject) => sum + requestsOf(subject).length, 0);
    expect(inputs).toBeGreaterThanOrEqual(2_000);
  });

  it("shows every known gap", () => {
    expect(closedGaps(ledger, columns)).toEqual([]);
  });
});

import { afterAll, describe, expect, inject, it } from "vitest";
import { derivedRequests } from "@writ/prove";
import { closedGaps, hold, type Ledger } from "./hold.js";
import { openKyvernoColumns } from "./kyverno-columns.js";
import { derivedPerPolicy, kyvernoPolicyStride, kyvernoStride } from "./run.js";
import { readSubjects } from "./subject.js";
import { leaveTallies } from "./tally.js";

const columns = await openKyvernoColumns();
/** A policy that shows a known gap of the CLI, which the library's do not. */
const showsGap = "adversary-white-space";
const subjects = (await readSubjects()).filter(
  ({ set, name }, index) => set === "library" || index % kyvernoPolicyStride === 0 || name === showsGap,
);
const ledger: Ledger = { tallies: [], met: new Set() };

afterAll(async () => {
  leaveTallies(inject("tallies"), "kyverno", ledger.tallies);
  await Promise.all(columns.map(({ close }) => close()));
});

/** Milliseconds for the verdicts of one policy, with the wait for those before it. */
const timeout = 60 * 60_000;

// The CLI compiles the policy anew for each object, which takes it some 20 ms: neither every policy nor every request.
describe.concurrent.each(subjects.map((subject) => [subject.name, subject] as const))(
  "%s",
  { timeout },
  (_, subject) => {
    it.each(columns.map((column) => [column.name, column] as const))("%s", async (_, column) => {
      const written = subject.labelled.map(({ request }) => request);
      const derived = derivedRequests(subject.bench.compiled, written, derivedPerPolicy);
      const sample = derived.filter((_, index) => index % kyvernoStride === 0);
      await hold(ledger, subject.set, column, subject, [...written, ...sample]);
    });
  },
);

describe("the sample", () => {
  it("shows every known gap", () => {
    expect(closedGaps(ledger, columns)).toEqual([]);
  });
});

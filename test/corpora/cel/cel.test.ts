import { describe, expect, it } from "vitest";
import { titleOf } from "../corpus.js";
import type { Reason } from "./meaning.js";
import { type Replayed, agrees, failure, replay } from "./replay.js";

/*
 * Google's conformance tests of CEL, in the files about the operators that writ emits, against the interpreter's operators of the same
 * meaning: a wrong understanding of an operator would show here.
 */

/** What is known of a file: where the interpreter gives something else and why, and how many tests it has no counterpart for. */
interface Known {
  readonly tests: number;
  readonly differences: Readonly<
    Record<string, { readonly cel: unknown; readonly ir: unknown; readonly reason: string }>
  >;
  readonly leftOut: Readonly<Partial<Record<Reason, number>>>;
}

const known: Readonly<Record<string, Known>> = {
  string: { tests: 51, differences: {}, leftOut: { "bytes are no type of the IR": 6 } },
  comparisons: {
    tests: 406,
    differences: {},
    leftOut: {
      "unsigned integers are no type of the IR": 100,
      "`/` and `%` are refused (WRIT1211)": 5,
      "bytes are no type of the IR": 17,
      "lists and maps have no equality (WRIT1207)": 28,
      "a null is an absent value, which lists and maps do not hold": 5,
      "the elements of a list are of one type": 2,
      "the keys of a map are texts": 9,
      "protocol buffer messages are no values of the IR": 72,
      "timestamps and durations are no types of the IR": 2,
      "the order of texts and of booleans is refused (WRIT1210)": 47,
      "values of different types are not compared by what is emitted": 4,
      "numbers beyond 2^53 are kept out by the shape guard": 26,
    },
  },
  lists: {
    tests: 39,
    differences: {
      "index/index_out_of_bounds": {
        cel: failure,
        ir: null,
        reason:
          "an element outside the list is none: an operation of the IR never fails, and what is emitted asks `[?i]`",
      },
    },
    leftOut: {
      "lists and maps have no equality (WRIT1207)": 2,
      "a position is an integer": 6,
      "unsigned integers are no type of the IR": 7,
      "values that are no conditions are not joined": 4,
      "the number of members of a map is not emitted as `size`": 1,
      "the keys of a map are texts": 1,
    },
  },
  macros: {
    tests: 44,
    differences: {},
    leftOut: {
      "the elements of a list are of one type": 4,
      "`/` and `%` are refused (WRIT1211)": 12,
      "values of different types are not compared by what is emitted": 3,
      "the keys of a map are texts": 3,
      "`exists_one` is not emitted": 4,
      "lists and maps have no equality (WRIT1207)": 2,
    },
  },
};

const replayed = Object.keys(known).map((file) => [file, replay(file)] as const);
const there = replayed.flatMap(([, tests]) => tests ?? []);

const corpus = there.length === 0 ? undefined : there;

describe.skipIf(corpus === undefined)(titleOf("the conformance tests of CEL", corpus), () => {
  const present = replayed.flatMap(([file, tests]): [string, readonly Replayed[], Known][] => {
    const expected = known[file];
    return tests === undefined || expected === undefined ? [] : [[file, tests, expected]];
  });

  it.each(present)("%s: the interpreter gives what CEL gives, but for what is listed", (_, tests, { differences }) => {
    const found = tests.filter((one) => !agrees(one)).flatMap((one) => (one.kind === "left out" ? [] : [one]));
    const listed = Object.entries(differences).map(([name, { cel, ir }]) => ({ name, cel, ir }));
    // Both ways: what is listed without need fails, too.
    expect(found.map(({ name, expected, found: ir }) => ({ name, cel: expected, ir }))).toEqual(listed);
  });

  it.each(present)("%s: every test is replayed, or left out for a reason", (_, tests, { leftOut, tests: count }) => {
    const reasons: Partial<Record<Reason, number>> = {};
    for (const one of tests) if (one.kind === "left out") reasons[one.reason] = (reasons[one.reason] ?? 0) + 1;
    expect(reasons).toEqual(leftOut);
    expect(tests.length).toBe(count);
    expect(tests.filter(({ kind }) => kind === "replayed").length).toBeGreaterThan(0);
  });
});

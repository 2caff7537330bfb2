import fc from "fast-check";
import type { PolicyRequest } from "@writ/compiler/ir";
import { shrinkRequest } from "@writ/prove";
import type { Bench } from "../harness/workbench.js";
import { openPrograms, requestsOf } from "./open-programs.js";
import { programs } from "./program/arbitrary.js";
import { type Program, moduleText } from "./program/module.js";

/** A request on which engines differ, and what each of them says, as JSON. */
export interface Difference {
  readonly request: PolicyRequest;
  readonly verdicts: unknown;
}

/** The first of some requests on which engines differ about a policy. */
export type FindDifference = (
  bench: Bench,
  requests: readonly PolicyRequest[],
) => Promise<Difference | undefined> | Difference | undefined;

/** Which program it is: the position among those that fast-check makes of a seed. */
export interface Origin {
  readonly seed: number;
  readonly position: number;
  /** How many requests are made for a program. */
  readonly requests: number;
}

/** A program on which engines differ, with what shows it. */
interface Found {
  readonly program: Program;
  readonly problem: string;
  readonly bench?: Bench;
  readonly difference?: Difference;
}

/** How long a program is made smaller, in milliseconds: each attempt compiles one. */
const patience = 120_000;

/**
 * The program of an origin and the request on which engines differ about it, both as small as they become while the engines still differ:
 * as TypeScript and JSON. Empty when they do not differ.
 */
export async function smallestFailure({ seed, position, requests }: Origin, find: FindDifference): Promise<string> {
  let last: Found | undefined;
  const property = fc.asyncProperty(programs(), async (program) => {
    const found = await failureOf(program, requests, find, last?.difference?.request);
    if (found === undefined) return;
    last = found;
    throw new Error(found.problem);
  });
  await fc.check(property, { seed, path: String(position), interruptAfterTimeLimit: patience });
  return last === undefined ? "" : shown(last, find);
}

/** Whether engines differ on a program, on a request that is known or on one of those made for it. */
async function failureOf(
  program: Program,
  requests: number,
  find: FindDifference,
  known: PolicyRequest | undefined,
): Promise<Found | undefined> {
  const { benches, broken } = await openPrograms([program]);
  const problem = broken.get(0);
  if (problem !== undefined) return { program, problem };
  const bench = benches.get(0);
  if (bench === undefined) return undefined;
  const asked = [...(known === undefined ? [] : [known]), ...requestsOf(bench, requests)];
  const difference = await find(bench, asked);
  return difference && { program, problem: "the engines differ", bench, difference };
}

async function shown({ program, problem, bench, difference }: Found, find: FindDifference): Promise<string> {
  const text = moduleText(program, "smallest", "../../conformance/");
  if (bench === undefined || difference === undefined) return `${problem}\n\n${text}`;
  // One at a time: the engines are asked about a whole list, and say only that they differ on one of it.
  const differs = async (requests: readonly PolicyRequest[]): Promise<readonly boolean[]> => [
    (await find(bench, requests)) !== undefined,
  ];
  const least = await shrinkRequest(difference.request, differs, 1);
  const { verdicts } = (await find(bench, [least])) ?? difference;
  const json = (value: unknown): string => JSON.stringify(value, undefined, 2);
  return `${problem}\n\n${text}\n${json(least)}\n\n${json(verdicts)}`;
}

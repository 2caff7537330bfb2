import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What one column said about one policy, in numbers; plain JSON, for it goes from a test file to the report. */
export interface Tally {
  readonly set: "conformance" | "library" | "corpus";
  readonly subject: string;
  readonly column: string;
  readonly engine: string;
  readonly inputs: number;
  readonly agreed: number;
  readonly differ: number;
  /** Counts by reason. */
  readonly notAdmissible: Readonly<Record<string, number>>;
  readonly notAsked: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, number>>;
  /** Why the policy has no form in this column. */
  readonly refused?: string;
}

/** Leaves the tallies of a test file where the end of the run finds them. */
export function leaveTallies(folder: string, file: string, tallies: readonly Tally[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${file}.json`), JSON.stringify(tallies));
}

/** Everything that test files have left in a folder. */
export function readTallies(folder: string): readonly Tally[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly Tally[]);
}

import { execFileSync } from "node:child_process";

/** What the Go program in reflect/ saw of one field. */
export interface ObservedField {
  readonly go: string;
  readonly pointer: boolean;
  readonly zero: unknown;
  readonly zeroKept: boolean;
  /** What the encoder writes for a document without the field; the member is missing when it writes nothing. */
  readonly absent?: unknown;
  readonly nullAsAbsent: boolean;
}

export type Observations = Readonly<Record<string, Readonly<Record<string, ObservedField>>>>;

/** Runs the program; it prints some 700 KB. */
export function observe(folder: string): Observations {
  const text = execFileSync("go", ["run", "."], { cwd: folder, encoding: "utf8", maxBuffer: 64 << 20 });
  return JSON.parse(text) as Observations;
}

import { existsSync, readFileSync } from "node:fs";

/** A Kubernetes object as the corpus holds it. */
export type Document = Readonly<Record<string, unknown>>;

/** One verdict that somebody else has published about some documents. */
export interface LabelledCase {
  /** The rule that the label is about, in the corpus's own words. */
  readonly rule: string;
  /** Names the case within its rule. */
  readonly name: string;
  readonly documents: readonly Document[];
  readonly expect: "deny" | "allow";
}

/**
 * The lines of a labelled corpus, or `undefined` where it is not there: the data belongs to other projects and lies beside
 * the repository, not in it.
 */
export function readCorpus<Line>(file: string): readonly Line[] | undefined {
  const location = new URL(`../../../shared/corpora/${file}`, import.meta.url);
  if (!existsSync(location)) return undefined;
  return readFileSync(location, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

/** The title of a suite: says plainly when its corpus is not there. */
export function titleOf(title: string, corpus: readonly unknown[] | undefined): string {
  return corpus === undefined ? `${title} (left out: ../shared/corpora is not there)` : title;
}

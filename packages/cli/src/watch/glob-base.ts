import { dirname, resolve } from "node:path";

/** The folder below which all lies that a glob can match; of a path without wildcards, the path. */
export function baseOfGlob(pattern: string, cwd: string): string {
  const plain = pattern.replaceAll("\\", "/");
  const wildcard = plain.search(/[*?[\]{}()!]/);
  // A negated pattern, or one that begins with a wildcard, may match anywhere.
  return resolve(cwd, wildcard === -1 ? plain : dirname(`${plain.slice(0, wildcard)}x`));
}

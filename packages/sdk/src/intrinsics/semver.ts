/** The longest text that is read, in characters: what node-semver reads too. */
const textLimit = 256;
/** The longest run of digits, so that every number fits what github.com/blang/semver holds one in. */
const numberDigits = "[0-9]{0,18}";

const number = `(?:0|[1-9]${numberDigits})`;
const prerelease = `(?:${number}|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)`;
const build = "[0-9a-zA-Z-]+";
const grammar = new RegExp(
  `^(${number})\\.(${number})\\.(${number})` +
    `(?:-(${prerelease}(?:\\.${prerelease})*))?(?:\\+${build}(?:\\.${build})*)?$`,
);
const digits = /^[0-9]+$/;

interface Version {
  readonly numbers: readonly bigint[];
  /** Numeric identifiers are numbers; empty for a release. */
  readonly prerelease: readonly (bigint | string)[];
}

/**
 * Whether a text is a version as Semantic Versioning 2.0.0 (semver.org) writes it, which is also what github.com/blang/semver, and
 * with it the `semver()` of Kubernetes, reads: three numbers without leading zeros, and no `v` in front. `v1.2.3`, `1.2` and `01.2.3`
 * are no versions. A number of more than 19 digits and a text of more than 256 characters are refused.
 *
 * @example isSemver("1.2.3-rc.1+build.5") // true
 */
export function isSemver(text: string): boolean {
  return parsed(text) !== undefined;
}

/**
 * The order of two versions by the precedence of Semantic Versioning 2.0.0, section 11: a pre-release comes before its release, its
 * identifiers are compared one by one (numbers by value and before words, words in ASCII order, the longer list last), and build
 * metadata does not count. `undefined` when one of them is absent or not a version as `isSemver` says.
 *
 * @example compareSemver("1.0.0-rc.2", "1.0.0-rc.10") // -1
 */
export function compareSemver(a: string | undefined, b: string | undefined): -1 | 0 | 1 | undefined {
  const left = parsed(a);
  const right = parsed(b);
  if (left === undefined || right === undefined) return undefined;
  const order = firstDifference(left.numbers, right.numbers);
  if (order !== 0) return order;
  const [before, after] = [left.prerelease.length > 0, right.prerelease.length > 0];
  if (before !== after) return before ? -1 : 1;
  return firstDifference(left.prerelease, right.prerelease);
}

function parsed(text: unknown): Version | undefined {
  const match = typeof text === "string" && text.length <= textLimit ? grammar.exec(text) : null;
  if (match === null) return undefined;
  const [, major = "", minor = "", patch = "", identifiers] = match;
  return {
    numbers: [BigInt(major), BigInt(minor), BigInt(patch)],
    prerelease: (identifiers?.split(".") ?? []).map((part) => (digits.test(part) ? BigInt(part) : part)),
  };
}

/** The order of two lists by the first elements that differ; a list comes before the lists that begin with it. */
function firstDifference(left: readonly (bigint | string)[], right: readonly (bigint | string)[]): -1 | 0 | 1 {
  for (const [index, a] of left.entries()) {
    const b = right[index];
    if (b === undefined) return 1;
    if (typeof a !== typeof b) return typeof a === "bigint" ? -1 : 1;
    if (a !== b) return a < b ? -1 : 1;
  }
  return left.length < right.length ? -1 : 0;
}

/**
 * What the process returns. When several apply, the first of `usage`, `failed`, `violations`, `nothing` wins: a run whose
 * verdict cannot be trusted must not look like one that can.
 */
export const exitCodes = {
  clean: 0,
  /** A violation at or above `--fail-on`; a failing case in `writ test`. */
  violations: 1,
  /** Wrong arguments, a wrong configuration, a policy that does not compile. */
  usage: 2,
  /** A file that cannot be read, a document that cannot be judged, engines that differ. */
  failed: 3,
  /** No document was judged by any policy, and `--allow-empty` was not given. */
  nothing: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

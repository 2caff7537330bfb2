/** Something wrong that the user must hear of, as data. Lines and columns are 1-based. */
export interface Problem {
  /** Stable: `writ explain CODE` tells more. */
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The rewritten code, when it is known: edits that belong together, in files named as `file` is. */
  readonly fix?: { readonly edits: readonly ProblemEdit[] };
}

/** What to write in a place: 1-based lines and columns, the end exclusive. */
export interface ProblemEdit {
  readonly range: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  readonly text: string;
}

/** Either a value, or why there is none. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failure(...problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  return { ok: false, problems };
}

/** `1 file`, `2 files`, `0 policies`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount} ${amount === 1 ? singular : plural}`;
}

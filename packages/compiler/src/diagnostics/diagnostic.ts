import type { Example } from "./example.js";
import { examples } from "./examples.js";
import { type DiagnosticArguments, type DiagnosticName, catalogue } from "./catalogue.js";

/** A place in a policy's source: relative file with forward slashes, 1-based lines and columns (UTF-16 units), end exclusive. */
export interface SourceRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What to write in a place of the source. */
export interface Edit {
  readonly range: SourceRange;
  readonly text: string;
}

/**
 * The rewritten code: the problem is gone, and the meaning is the same, or the only one that can have been meant. The edits do not
 * overlap and belong together: the first is at the problem, others add what it needs, such as an import.
 */
export interface Fix {
  readonly edits: readonly [Edit, ...Edit[]];
}

/** Something the author must mend, or should know. */
export interface Diagnostic extends SourceRange {
  /** Stable: `WRIT1203`. */
  readonly code: string;
  readonly message: string;
  /** What to write instead. */
  readonly help?: string;
  /** The rewritten code, where the compiler can write it. */
  readonly fix?: Fix;
  readonly severity: "error" | "warning";
}

/** Makes a diagnostic from its catalogue entry. */
export function diagnostic<Name extends DiagnosticName>(
  name: Name,
  range: SourceRange,
  args: DiagnosticArguments<Name>,
  fix?: Fix,
): Diagnostic {
  const entry = catalogue[name] as {
    readonly code: string;
    readonly message: (args: never) => string;
    readonly help?: (args: never) => string | undefined;
  };
  const help = entry.help?.(args as never);
  return {
    code: entry.code,
    message: entry.message(args as never),
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix }),
    severity: "error",
    file: range.file,
    line: range.line,
    column: range.column,
    endLine: range.endLine,
    endColumn: range.endColumn,
  };
}

/** What is known of a kind of diagnostic, whatever it is found in. */
export interface DiagnosticExplanation {
  readonly code: string;
  readonly title: string;
  /** Why there is such a rule. */
  readonly explanation: string;
  readonly example: Example;
}

/** What `writ explain` says about a code; undefined for an unknown one. */
export function explainDiagnostic(code: string): DiagnosticExplanation | undefined {
  const found = (Object.keys(catalogue) as DiagnosticName[]).find((name) => catalogue[name].code === code);
  if (found === undefined) return undefined;
  const { title, explanation } = catalogue[found];
  return { code, title, explanation, example: examples[found] };
}

/** Every code of the compiler, in order. */
export function diagnosticCodes(): readonly string[] {
  return Object.values(catalogue)
    .map((entry) => entry.code)
    .sort();
}

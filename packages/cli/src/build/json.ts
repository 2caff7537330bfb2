import type { Problem } from "../problem.js";
import { type Outcome, statusOf } from "./outcome.js";

/** What a build did, for machines. Keys and lists stand in a fixed order. */
export interface BuildReport {
  /** The output folder as the user named it. */
  readonly out: string;
  /** Whether anything was written there. */
  readonly written: boolean;
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** The report as JSON text. */
export function renderBuildJson({ out, written, outcome, problems, warnings }: BuildReport): string {
  const document = {
    out,
    written,
    policies: outcome.policies.map(({ id, severity, file }) => ({
      id,
      severity,
      file,
      targets: Object.fromEntries(outcome.targets.map((built) => [built.target, statusOf(built, id)])),
    })),
    targets: outcome.targets.map(({ target, files, enforcement, notice, refused }) => ({
      target,
      files: Object.entries(files).map(([path, content]) => ({ path, bytes: content.length })),
      refused,
      enforcement: enforcement ?? null,
      notice: notice ?? null,
    })),
    problems: problems.map(shown),
    warnings: warnings.map(shown),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function shown({ file, line, column, message, code, help }: Problem) {
  return {
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    message,
    code,
    ...(help === undefined ? {} : { help }),
  };
}

import { readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import type { Problem } from "./problem.js";
import { excerptOf } from "./report/frame.js";
import { type PlacedProblem, problemBlock } from "./report/human.js";
import { rewrittenLines } from "./report/rewritten.js";
import { type Style, styleOf, wantsColour, widthOf } from "./report/style.js";

/** The world around a command, so that tests can give another one. */
export interface Console {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly err: Stream;
  /** `--color` or `--no-color`. */
  readonly colourFlag: boolean | undefined;
}

export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

export function styleFor(stream: Stream, { env, colourFlag }: Console): Style {
  return styleOf(wantsColour({ flag: colourFlag, env, isTerminal: stream.isTerminal }), widthOf(stream.columns));
}

/** A path as the user would write it: relative to the working folder unless that leads far away. */
export function shownPath(file: string, cwd: string): string {
  if (!isAbsolute(file)) return file;
  const near = relative(cwd, file);
  return near === "" || near.startsWith("../../../") ? file : near.replaceAll("\\", "/");
}

/** Prints problems to standard error, each with its excerpt and its help, and where to read more about them. */
export function printProblems(
  problems: readonly (Problem & { severity?: "error" | "warning" })[],
  console: Console,
): void {
  const style = styleFor(console.err, console);
  for (const problem of problems) {
    const label = problem.severity ?? "error";
    console.err.write(`${problemBlock(placedProblem(problem, console.cwd), label, style)}\n\n`);
  }
  const [first] = problems;
  if (first !== undefined) console.err.write(`${style.dim(`more about a code: writ explain ${first.code}`)}\n\n`);
}

/** A problem with the lines of its file around it, when they can be read. */
export function placedProblem({ fix, ...problem }: Problem, cwd: string): PlacedProblem {
  if (problem.file === undefined) return problem;
  const shown = { ...problem, file: shownPath(problem.file, cwd) };
  if (problem.line === undefined) return shown;
  try {
    const text = readFileSync(problem.file, "utf8");
    const placed = { ...shown, excerpt: excerptOf(text, { line: problem.line }) };
    return fix === undefined ? placed : { ...placed, rewritten: rewrittenLines(text, fix.edits) };
  } catch {
    return shown;
  }
}

import { sep } from "node:path";
import { type Console, printProblems, shownPath, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { interruption } from "./interruption.js";
import { type Place, matters } from "./place.js";
import { type Changes, openWatcher } from "./watcher.js";

/** What a run depends on. */
export interface Basis {
  /** What is judged: any change of it asks for another run. */
  readonly documents: readonly Place[];
  /** Where policies and configuration come from, and what may come to be part of them. */
  readonly code: readonly Place[];
  /** Changes when a policy or the configuration means something else; not when a file beside them changes. */
  readonly fingerprint: string;
}

/** Something that is run again when what it depends on changes. */
export interface Repeatable {
  /** Runs once; what it prints is its own matter. */
  readonly run: () => Promise<ExitCode>;
  readonly basis: () => Promise<Basis>;
}

/**
 * Runs, and again after each change, until somebody ends the process; gives the exit code of the last run that was finished. The
 * watcher is always turned to what a run depends on before the run reads it, so that no change falls between the two.
 */
export async function watch({ run, basis }: Repeatable, console: Console): Promise<ExitCode> {
  const ended = interruption();
  let known = await basis();
  const watcher = await openWatcher(placesOf(known), [console.cwd]);
  let last: ExitCode = exitCodes.nothing;
  for (;;) {
    const start = performance.now();
    const code = await Promise.race([run(), ended]);
    // What is under way cannot be called back.
    if (code === "interrupted") process.exit(last);
    last = code;
    say(`${seconds(start)}, exit code ${code}; waiting for changes, Ctrl-C ends`, console);
    const next = await Promise.race([nextBasis(known), ended]);
    if (next === "interrupted") break;
    if ("failed" in next) {
      printProblems([cannotWatch(next.failed)], console);
      last = exitCodes.failed;
      break;
    }
    if (keyOf(next.basis) !== keyOf(known)) await watcher.turnTo(placesOf(next.basis));
    known = next.basis;
    say(`\n${new Date().toTimeString().slice(0, 8)}  ${described(next.changes, console.cwd)}`, console);
  }
  await watcher.close();
  return last;

  /** Waits for changes that ask for another run. */
  async function nextBasis(before: Basis): Promise<{ basis: Basis; changes: Changes } | { failed: string }> {
    for (;;) {
      const seen = await watcher.next();
      if (seen.kind === "failed") return { failed: seen.reason };
      const now = await basis();
      const isCodeNew = now.fingerprint !== before.fingerprint;
      const places = [...before.documents, ...now.documents, ...(isCodeNew ? [...before.code, ...now.code] : [])];
      const asking = [...seen.changes].filter(([path]) => matters(path, places));
      if (asking.length > 0) return { basis: now, changes: new Map(asking) };
    }
  }
}

function placesOf({ documents, code }: Basis): readonly Place[] {
  return [...documents, ...code];
}

/** What the places are; which files matter in them is decided by the configuration, and so by the fingerprint. */
function keyOf(basis: Basis): string {
  return JSON.stringify([basis.fingerprint, placesOf(basis).map(({ kind, path }) => [kind, path])]);
}

/** News go to standard error: standard output holds the reports and nothing else. */
function say(text: string, console: Console): void {
  console.err.write(`${styleFor(console.err, console).dim(text)}\n`);
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

const changesShown = 3;

function described(changes: Changes, cwd: string): string {
  // A folder that came with its files says nothing that they do not.
  const isFolder = (path: string): boolean => [...changes.keys()].some((other) => other.startsWith(path + sep));
  const told = [...changes].filter(([path]) => !isFolder(path));
  const all = told.map(([path, change]) => `${change} ${shownPath(path, cwd)}`);
  const more = all.length > changesShown ? ` and ${all.length - changesShown} more` : "";
  return `${all.slice(0, changesShown).join(", ")}${more}`;
}

function cannotWatch(reason: string): { readonly code: string; readonly message: string; readonly help: string } {
  return {
    code: "WRIT2006",
    message: `files cannot be watched: ${reason}`,
    help: "watch fewer folders, or raise the limits of the system",
  };
}

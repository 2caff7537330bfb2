import { count } from "../problem.js";
import type { Style } from "../report/style.js";
import type { BuiltTarget, Outcome } from "./outcome.js";
import { policyTable } from "./table.js";

/** What a person reads after a build: policies by target, what lies where and how it is enforced, and what is missing. */
export function summary(outcome: Outcome, out: string, written: boolean, style: Style): string {
  const { targets, policies } = outcome;
  const table = targets.length > 1 ? `${policyTable(outcome, style)}\n` : "";
  const widest = Math.max(...targets.map(({ target }) => target.length));
  const lines = written ? targets.flatMap((built) => targetLines(built, out, widest, style)) : [];
  const names = targets.map(({ target }) => target).join(", ");
  const refused = new Set(targets.flatMap((built) => built.refused)).size;
  const verdict = written
    ? style.green(
        `${count(policies.length - (targets.length === 1 ? refused : 0), "policy", "policies")} written for ${names}`,
      )
    : style.red("nothing was written");
  const missing = written ? targets.filter((built) => built.refused.length > 0).map(missingLine) : [];
  const last = [verdict, ...missing.map((line) => style.red(line))];
  return `${table}${[...lines, ...(lines.length > 0 ? [""] : []), ...last].map((line) => `${line}\n`).join("")}`;
}

function targetLines({ target, files, enforcement }: BuiltTarget, out: string, width: number, style: Style): string[] {
  const bytes = Object.values(files).reduce((sum, content) => sum + content.length, 0);
  const places = [...new Set(Object.keys(files).map((path) => `${out}/${top(path)}`))].sort();
  const amount = count(Object.keys(files).length, "file");
  const first = [target.padEnd(width), amount.padStart(9), size(bytes).padStart(8), places.join(", ")];
  return [
    first.join("  ").trimEnd(),
    ...(enforcement === undefined ? [] : [style.dim(`${" ".repeat(width)}  ${enforcement}`)]),
  ];
}

/** The first step of a path: a folder with its slash, or a file. */
function top(path: string): string {
  const slash = path.indexOf("/");
  return slash === -1 ? path : path.slice(0, slash + 1);
}

function missingLine({ target, refused }: BuiltTarget): string {
  return `not written for ${target}: ${refused.join(", ")}`;
}

function size(bytes: number): string {
  return bytes < 10_000 ? `${bytes} B` : `${(bytes / 1000).toFixed(0)} kB`;
}

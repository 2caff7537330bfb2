import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Explanation, type Json, type Reading, type Span, explainRules } from "@writ/compiler/ir";
import { type Violation, cleanMessage, compareViolations } from "@writ/sdk/runtime";
import { count } from "../problem.js";
import { excerptOf, renderFrame } from "../report/frame.js";
import type { Style } from "../report/style.js";
import { fit, printable } from "../report/terminal-text.js";
import type { Judged } from "./judge.js";
import { pathText } from "./path-text.js";

/** How many violations, or spared elements, a failure shows. */
const shownAtMost = 5;

/** Violations, each with the values that decided it and the line of its rule. */
export function violationReasons(
  judged: Judged,
  violations: readonly Violation[],
  root: string,
  style: Style,
): string[] {
  const { compiled, instead } = judged;
  const explained = instead === undefined ? explainRules(compiled, judged.request) : [];
  const frames = frameWriter(judged, root, style);
  return limited(violations, "violation").flatMap((violation) => {
    if (typeof violation === "string") return ["", `  ${style.dim(violation)}`];
    const why = explained.find(({ outcome }) => {
      if (outcome.kind !== "reports") return false;
      const { path, message } = outcome.finding;
      return compareViolations({ path, message: cleanMessage(message, compiled.id) }, violation) === 0;
    });
    const lines = [
      "",
      `  ${style.red("✗")} ${printable(violation.message)}`,
      row("at", pathText(violation.path) || "the whole object", style),
    ];
    if (instead?.kind === "shape")
      lines.push(row("why", "the predicate does not run on an object of another shape than it reads", style));
    if (why?.outcome.kind !== "reports") return lines;
    return [...lines, ...readingRows(why, judged, style), ...frames(why.outcome.decisive)];
  });
}

/** Why no rule reports anything. */
export function sparingReasons(judged: Judged, root: string, style: Style): string[] {
  if (judged.instead !== undefined) {
    return judged.instead.kind === "deleted"
      ? ["", "  the object is being deleted (metadata.deletionTimestamp), which is out of scope for every policy"]
      : [];
  }
  const frames = frameWriter(judged, root, style);
  const spared = eachOnce(explainRules(judged.compiled, judged.request));
  return limited(spared, "way through the rules", "ways through the rules").flatMap((why) => {
    if (typeof why === "string") return ["", `  ${style.dim(why)}`];
    if (why.outcome.kind === "reports") return [];
    const [title, span] =
      why.outcome.kind === "empty"
        ? (["nothing to look at: the list is empty or absent", why.outcome.list] as const)
        : (["this condition does not hold", why.outcome.condition] as const);
    return ["", `  ${style.green("○")} ${title}`, ...readingRows(why, judged, style), ...frames(span)];
  });
}

/** Rules of one `check` share the steps before them, so several may end at the same step. */
function eachOnce(ways: readonly Explanation[]): readonly Explanation[] {
  return [...new Map(ways.map((way) => [JSON.stringify([way.outcome, way.readings]), way])).values()];
}

function limited<Item>(items: readonly Item[], singular: string, plural = `${singular}s`): readonly (Item | string)[] {
  const more = items.length - shownAtMost;
  return more <= 0
    ? items
    : [...items.slice(0, shownAtMost), `and ${count(more, `more ${singular}`, `more ${plural}`)}`];
}

function readingRows({ readings }: Explanation, { request }: Judged, style: Style): string[] {
  return readings.slice(0, 8).map((reading) => {
    const written =
      reading.of === "params"
        ? undefined
        : writtenAt(reading, reading.of === "object" ? request.object : request.oldObject);
    const place = reading.of === "object" ? pathText(reading.path) : `${reading.of}.${pathText(reading.path)}`;
    return row("read", `${place || "the object"} = ${style.bold(valueText(reading, written))}`, style);
  });
}

/** What the object holds at a place, whether a policy sees it or not. */
function writtenAt({ path }: Reading, object: Json | undefined): Json | undefined {
  return path.reduce<Json | undefined>((value, segment) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return undefined;
    return (value as Readonly<Record<string | number, Json>>)[segment];
  }, object);
}

function valueText({ value }: Reading, written: Json | undefined): string {
  if (value !== undefined) return fit(printable(JSON.stringify(value)), 60);
  if (written === undefined) return "absent";
  const text = fit(printable(JSON.stringify(written)), 30);
  return written === null
    ? "null, which reads as absent"
    : `${text}, which the API server drops, so it reads as absent`;
}

function row(name: string, text: string, style: Style): string {
  return `    ${style.dim(name.padEnd(4))}  ${text}`;
}

/** Writes where a rule stands, and the lines around it the first time. */
function frameWriter({ compiled }: Judged, root: string, style: Style): (span: Span) => string[] {
  const shown = new Set<string>();
  return ([index, line, column, endLine, endColumn]) => {
    const file = compiled.ir.files[index] ?? "";
    const place = row("rule", `${file}:${line}:${column}`, style);
    if (shown.has(place)) return [place];
    shown.add(place);
    try {
      const excerpt = excerptOf(readFileSync(join(root, file), "utf8"), { line });
      return [place, "", ...renderFrame(excerpt, { line, column, endLine, endColumn }, style, style.red)];
    } catch {
      // The place is enough when the file has gone since it was compiled.
      return [place];
    }
  };
}

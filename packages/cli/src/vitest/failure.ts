import type { Violation } from "@writ/sdk/runtime";
import { placedProblem } from "../console.js";
import { identityOf } from "../judge/request.js";
import { count } from "../problem.js";
import { problemBlock } from "../report/human.js";
import type { Style } from "../report/style.js";
import { printable } from "../report/terminal-text.js";
import { type Expected, unpaired } from "./expectation.js";
import type { Judged, Verdict } from "./judge.js";
import { pathText } from "./path-text.js";
import { sparingReasons, violationReasons } from "./reasons.js";

/** What a failure is written with. */
export interface Writing {
  /** What file names are relative to. */
  readonly root: string;
  readonly style: Style;
}

/** The text of a failed `toAllow`. */
export function deniedText(judged: Judged, { root, style }: Writing): string {
  const { violations } = judged;
  const head = `${headline(judged, "denies", style)}, and should allow it`;
  return [head, ...violationReasons(judged, violations, root, style)].join("\n");
}

/** The text of a failed `.not.toAllow`, or of a `toDeny` that finds no violation. */
export function allowedText(judged: Judged, expected: Expected | undefined, { root, style }: Writing): string {
  const head = `${headline(judged, "allows", style)}, and should deny it`;
  const wanted = expected === undefined ? [] : wantedRows(expected, style);
  return [head, ...wanted, ...sparingReasons(judged, root, style)].join("\n");
}

/** The text of a `toDeny` whose policy denies, but otherwise than expected. */
export function otherwiseText(judged: Judged, expected: Expected, { root, style }: Writing): string {
  const { violations } = judged;
  const unexpected = expected.kind === "exactly" ? unpaired(expected.criteria, violations).extra : violations;
  return [
    `${headline(judged, "denies", style)}, but not as expected`,
    ...differenceRows(expected, violations, style),
    ...violationReasons(judged, unexpected, root, style),
  ].join("\n");
}

/** The text of a failed `.not.toDeny`. */
export function stillDeniedText(judged: Judged, expected: Expected, { root, style }: Writing): string {
  const { criterion } = expected.kind === "some" ? expected : { criterion: undefined };
  const fitting = criterion === undefined ? judged.violations : judged.violations.filter(criterion.fits);
  const what = criterion === undefined || criterion.text === "any violation" ? "" : ` with ${criterion.text}`;
  const head = `${headline(judged, "denies", style)}${what}, and should not`;
  return [head, ...violationReasons(judged, fitting, root, style)].join("\n");
}

/** The text of an assertion about something that has no verdict. */
export function noVerdictText(verdict: Exclude<Verdict, Judged>, id: string, { root, style }: Writing): string {
  switch (verdict.kind) {
    case "unjudged": {
      const help = verdict.help === undefined ? [] : [`  ${style.green("help:")} ${printable(verdict.help)}`];
      return [style.bold(printable(verdict.reason)), ...help].join("\n");
    }
    case "broken": {
      const head = `${style.bold(id)} cannot be judged: \`writ check\` would not run it either`;
      const blocks = verdict.problems.map((problem) => problemBlock(placedProblem(problem, root), "error", style));
      // The diagnostic speaks of a configuration, which a unit test does not read.
      const unset = verdict.problems.some(({ code }) => code === "WRIT1601");
      const hint = `  ${style.green("help:")} in a test, withParams(policy, { … }) sets it`;
      return [head, ...blocks, ...(unset ? [hint] : [])].join("\n\n");
    }
  }
}

function headline({ compiled, request }: Judged, verb: string, style: Style): string {
  const { kind, namespace, name } = identityOf(request);
  const object = `${kind} ${namespace === "" ? "" : `${namespace}/`}${name === "" ? "(no name)" : name}`;
  const what = request.operation === "CREATE" ? object : `the ${request.operation} of ${object}`;
  return `${style.bold(compiled.id)} ${verb} ${printable(what)}`;
}

function wantedRows(expected: Expected, style: Style): string[] {
  const texts = expected.kind === "some" ? [timesText(expected)] : expected.criteria.map(({ text }) => text);
  const said = texts.filter((text) => text !== "any violation");
  return said.length === 0 ? [] : ["", ...said.map((text) => style.red(`  - expected  ${printable(text)}`))];
}

function differenceRows(expected: Expected, violations: readonly Violation[], style: Style): string[] {
  const minus = (text: string) => style.red(`  - expected  ${printable(text)}`);
  const plus = (violation: Violation) => style.green(`  + found     ${violationText(violation)}`);
  if (expected.kind === "exactly") {
    const { missing, extra } = unpaired(expected.criteria, violations);
    return ["", ...missing.map(({ text }) => minus(text)), ...extra.map(plus)];
  }
  const fitting = violations.filter(expected.criterion.fits);
  if (expected.times === undefined) return ["", minus(expected.criterion.text), ...violations.map(plus)];
  const found = `${count(fitting.length, "violation")} of ${violations.length} ${fitting.length === 1 ? "fits" : "fit"}`;
  return ["", minus(timesText(expected)), style.green(`  + found     ${found}`), ...violations.map(plus)];
}

function timesText({ times, criterion }: Extract<Expected, { kind: "some" }>): string {
  return times === undefined
    ? criterion.text
    : `${count(times, "violation")} with ${criterion.text}`.replace(" with any violation", "");
}

function violationText({ path, message }: Violation): string {
  return printable(`${pathText(path) || "the whole object"}: ${message}`);
}

import type { Admission } from "@writ/apiserver";
import type { InputDocument } from "@writ/inputs";
import type { Violation } from "@writ/sdk/runtime";
import type { PathSegment } from "@writ/sdk";
import type { ReportError } from "../report/report.js";
import { type Settled, difference } from "./compare.js";
import type { Task } from "./pipeline.js";
import { identityOf } from "./request.js";

/** An entry of the report at its place in the input. */
interface Placed {
  readonly order: number;
  readonly error: ReportError;
}

/** The API server would answer with an error, so nothing can be admitted: never silent, and no verdict in its place. */
export function refusalErrors(task: Task, reasons: readonly string[]): readonly Placed[] {
  return reasons.map((reason) => {
    const { line, column } = task.document.locate(placeOf(reason));
    const help = "what the policies say about it is said of the file as it is written";
    const message = `the API server refuses ${named(task)}: ${reason}`;
    return { order: task.order, error: { code: "WRIT3010", message, file: task.document.file, line, column, help } };
  });
}

/** Where a reason names a field, as the decoders of Kubernetes write it. Indices that they leave out end at the list. */
function placeOf(reason: string): readonly PathSegment[] {
  const [, field] =
    /^(?:unknown|duplicate) field "([^"]+)"/.exec(reason) ?? /Go struct field \w+\.(\S+) of type/.exec(reason) ?? [];
  return (field ?? "")
    .split(/[.[\]]+/)
    .flatMap((part) => (part === "" ? [] : [/^\d+$/.test(part) ? Number(part) : part]));
}

/** A definition that is not taken leaves the objects of its kind as they are written. */
export function definitionNotices(
  { order, document }: { readonly order: number; readonly document: InputDocument },
  learnt: Admission | undefined,
): readonly Placed[] {
  if (learnt?.kind !== "refused") return [];
  const { name } = identityOf({ object: document.value, operation: "CREATE" });
  const message = `the definition ${name} is not used: ${learnt.reasons.join("; ")}`;
  const { line, column } = document.locate([]);
  return [{ order, error: { code: "WRIT3012", message, file: document.file, line, column } }];
}

/** One notice for each policy that says something else about the admitted object than about the file. */
export function differenceNotices(
  task: Task,
  written: readonly Settled[],
  admitted: readonly Settled[],
): readonly Placed[] {
  return task.kind.ids.flatMap((id, index) => {
    const [before, after] = [written[index], admitted[index]];
    if (before?.kind !== "violations" || after?.kind !== "violations") return [];
    const { missing, extra } = difference(before.violations, after.violations);
    if (missing.length + extra.length === 0) return [];
    const parts = [...said("only in the file", missing), ...said("only as admitted", extra)];
    const message = `\`${id}\` does not say the same of ${named(task)} as it is written and as the API server admits it: ${parts.join("; ")}`;
    const [first] = missing.length > 0 ? missing : extra;
    const { line, column } = task.document.locate(first?.path ?? []);
    return [{ order: task.order, error: { code: "WRIT3011", message, file: task.document.file, line, column } }];
  });
}

/** Without the file's verdict nobody knows whether it is another one: never silent, although the admitted object has its own. */
export function comparisonErrors(
  task: Task,
  written: readonly Settled[],
  admitted: readonly Settled[],
): readonly Placed[] {
  return task.kind.ids.flatMap((id, index) => {
    const [before, after] = [written[index], admitted[index]];
    // Where the admitted object could not be judged either, its error says enough.
    if (before === undefined || before.kind === "violations" || after?.kind !== "violations") return [];
    const { line, column } = task.document.locate([]);
    const reason = before.kind === "failed" ? before.reason : "the engines differ";
    const error = {
      code: before.kind === "failed" ? "WRIT3001" : "WRIT3002",
      message: `${named(task)} as it is written could not be judged by \`${id}\`: ${reason}`,
      ...{ file: task.document.file, line, column, help: "`writ check` without `--as-admitted` says more" },
    };
    return [{ order: task.order, error }];
  });
}

function said(where: string, [first, ...others]: readonly Violation[]): readonly string[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return [`${where} "${first.message}" at ${first.path.join(".") || "the document"}${more}`];
}

function named({ request }: Task): string {
  const { kind, namespace, name } = identityOf(request);
  return `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}

/** Whether the API server put there what a path names: it is in the object, and not in the file. */
export function isAdded({ written, request }: Task, path: readonly PathSegment[]): boolean {
  return written !== undefined && holds(request.object, path) && !holds(written, path);
}

function holds(value: unknown, path: readonly PathSegment[]): boolean {
  let at = value;
  for (const segment of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, segment)) return false;
    at = (at as Readonly<Record<PathSegment, unknown>>)[segment];
  }
  return at !== undefined && at !== null;
}

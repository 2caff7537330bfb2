import type { WritConfig } from "./define.js";
import type { Problem } from "../problem.js";
import { severities } from "../report/severity.js";
import { type Check, type Fault, isRecord, listOf, must, oneOf, recordOf, unknownKey } from "./checks.js";
import { clusterCheck, enforcementCheck } from "./enforcement-checks.js";

const textList: Check = (value, path) => {
  const text: Check = (item) => (typeof item === "string" && item !== "" ? undefined : must(path, "a list of texts"));
  return listOf(text, "a list of texts")(value, path);
};

const checks: Readonly<Record<keyof WritConfig, Check>> = {
  policies: textList,
  inputs: textList,
  exclude: textList,
  params: recordOf(recordOf(() => undefined)),
  severity: recordOf(oneOf(...severities)),
  failOn: oneOf(...severities, "none"),
  enforcement: enforcementCheck,
  cluster: clusterCheck,
};

/** Everything wrong with what a configuration exports, each placed where its key stands in the source when it can be found. */
export function configProblems(value: unknown, file: string, source: string): readonly Problem[] {
  if (!isRecord(value)) {
    const help = "write `export default defineConfig({ … })`";
    return [problem({ message: "the configuration must export an object by default", help, path: [] }, file, source)];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const check = Object.hasOwn(checks, key) ? checks[key as keyof WritConfig] : undefined;
    const fault =
      check === undefined
        ? unknownKey(key, [key], Object.keys(checks), "the configuration")
        : inner === undefined
          ? undefined
          : check(inner, [key]);
    return fault === undefined ? [] : [problem(fault, file, source)];
  });
}

/** A problem placed where the last of its keys that the source holds stands as a property name. */
export function problem({ message, help, path }: Fault, file: string, source: string): Problem {
  return { code: "WRIT2002", message, ...(help === undefined ? {} : { help }), file, ...placeOf(source, path) };
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Keys are looked for one inside the other; the configuration is a program, so a key may also come from elsewhere. */
function placeOf(source: string, path: Fault["path"]): Place | Record<string, never> {
  let found: { readonly index: number; readonly length: number } | undefined;
  let from = 0;
  for (const key of path) {
    if (typeof key === "number") continue;
    const next = propertyAt(source, key, from);
    if (next === undefined) break;
    found = next;
    from = next.index + next.length;
  }
  if (found === undefined) return {};
  const line = source.slice(0, found.index).split("\n").length;
  const column = found.index - source.lastIndexOf("\n", found.index - 1);
  return { line, column, endColumn: column + found.length };
}

function propertyAt(source: string, key: string, from: number): { index: number; length: number } | undefined {
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const property = new RegExp(`(^|[{,\\s])(["'\`]?)${escaped}\\2\\s*[:,(}]`, "m").exec(source.slice(from));
  if (property === null) return undefined;
  return {
    index: from + property.index + (property[1] ?? "").length,
    length: key.length + 2 * (property[2] ?? "").length,
  };
}

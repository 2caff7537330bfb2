import type { Problem, Result } from "../../problem.js";
import { failure, success } from "../../problem.js";
import { nearest } from "../../suggest.js";
import { type EngineName, engineNames } from "./catalogue.js";

/** Which engines a proof is to ask. */
export type Demand =
  /** Each one that is found. */
  | { readonly kind: "found" }
  /** These and no others; one that is absent is an error. */
  | { readonly kind: "named"; readonly engines: ReadonlyMap<EngineName, { readonly file?: string }> };

/** Reads the values of `--engine`: a name, a name and the path of its program, `all`, or `none` alone. */
export function readDemand(values: readonly string[]): Result<Demand> {
  if (values.length === 0) return success({ kind: "found" });
  const engines = new Map<EngineName, { readonly file?: string }>();
  const problems: Problem[] = [];
  for (const value of values) {
    const [, name = value, file] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    if (value === "all") for (const each of engineNames) engines.set(each, engines.get(each) ?? {});
    else if (value === "none" && values.length > 1)
      problems.push(wrong("`--engine none` stands alone", "leave out the other engines, or `none`"));
    else if (isEngineName(name) && file === "")
      problems.push(wrong(`\`--engine ${value}\` names no program`, `write \`--engine ${name}=PATH\``));
    else if (isEngineName(name)) engines.set(name, file === undefined ? {} : { file });
    else if (value !== "none") problems.push(unknown(name));
  }
  return problems.length > 0 ? failure(...problems) : success({ kind: "named", engines });
}

function isEngineName(name: string): name is EngineName {
  return (engineNames as readonly string[]).includes(name);
}

function unknown(name: string): Problem {
  const known = [...engineNames, "all", "none"];
  const meant = nearest(name, known);
  return wrong(
    `there is no engine \`${name}\``,
    meant === undefined ? `known: ${known.join(", ")}` : `did you mean \`${meant}\`?`,
  );
}

function wrong(message: string, help: string): Problem {
  return { code: "WRIT3020", message, help };
}

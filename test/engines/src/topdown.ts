import { createRequire } from "node:module";
import { openTopdown as openOpa } from "@writ/opa/topdown";
import { engineFailure, type AdmissionRequest, type Engine, type EngineVerdict } from "./engine.js";

/** Rego, and the query whose value is the list or set of violations, each `{path, msg}`. */
export interface RegoPolicy {
  readonly modules: Readonly<Record<string, string>>;
  readonly query: string;
}

/** A verdict with the violations themselves, in the order of the query's value. */
export interface TopdownVerdict extends EngineVerdict {
  readonly violations?: readonly { readonly path: unknown; readonly msg: string }[];
}

/** OPA's own evaluator. The input of a query is the request. */
export interface TopdownEngine extends Omit<Engine, "judge"> {
  readonly judge: (policy: RegoPolicy, requests: readonly AdmissionRequest[]) => Promise<readonly TopdownVerdict[]>;
}

/** Opens the evaluator of the OPA that compiles the WASM. Throws where it is not built. */
export function openTopdown(): TopdownEngine {
  // A set without rules: the program is asked now whether it is there, and not at the first verdict.
  openOpa({}).close();
  return {
    name: "opa-topdown",
    version: opaVersion(),
    judge: async ({ modules, query }, requests) => {
      const opa = openOpa(modules);
      try {
        return await Promise.all(
          requests.map(async (request) => {
            const { results, error } = await opa.query(query, request);
            return error === undefined
              ? verdictOf(results[0])
              : { ...engineFailure(error), stage: "evaluate" as const };
          }),
        );
      } catch (error) {
        const { message } = error as Error;
        const stage = message.startsWith("compiling the modules") ? "policy" : "engine";
        return requests.map(() => ({ ...engineFailure(message), stage }));
      } finally {
        opa.close();
      }
    },
    close: () => Promise.resolve(),
  };
}

/** An undefined query is no verdict: it must not look like an empty list. */
function verdictOf(value: unknown): TopdownVerdict {
  if (!Array.isArray(value)) {
    const found = value === undefined ? "undefined" : JSON.stringify(value);
    return { outcome: "error", stage: "evaluate", message: `the query is ${found}, not a list of violations` };
  }
  const violations = value as readonly { readonly path: unknown; readonly msg: string }[];
  if (violations.length === 0) return { outcome: "allow", violations };
  return { outcome: "deny", message: violations.map(({ msg }) => msg).join("\n"), violations };
}

function opaVersion(): string {
  const record = createRequire(import.meta.url)("../../../packages/opa/dist/topdown.json") as { readonly opa: string };
  return record.opa;
}

import { createRequire } from "node:module";
import { Script } from "node:vm";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";

/** The namespaces of the bundled modules, in the order they were asked for. */
export type Namespaces = readonly Readonly<Record<string, unknown>>[];

/**
 * Runs a bundle of {@link bundle}. CommonJS through a script starts several milliseconds sooner than an ES module.
 * `file` names it in stack traces and is where it resolves Node's own modules from.
 */
export function evaluateBundle(code: string, file: string, problemCode: string): Result<Namespaces> {
  const module = { exports: {} as { modules?: Namespaces } };
  try {
    const script = new Script(`(function (module, exports, require) {${code}\n})`, { filename: file });
    const run = script.runInThisContext() as (module: object, exports: object, require: NodeJS.Require) => void;
    run(module, module.exports, createRequire(file));
  } catch (error) {
    return failure(thrown(error, problemCode));
  }
  return success(module.exports.modules ?? []);
}

function thrown(error: unknown, code: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  return { code, message: `the module throws when it is loaded: ${text}`, help: "keep modules free of side effects" };
}

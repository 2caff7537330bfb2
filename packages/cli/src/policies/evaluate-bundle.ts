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
    interruptible(() => {
      run(module, module.exports, createRequire(file));
    });
  } catch (error) {
    return failure(thrown(error, problemCode));
  }
  return success(module.exports.modules ?? []);
}

const workName = Symbol.for("writ.work");

/**
 * Does work that a module may never let end. Ctrl-C ends the process, unless somebody listens for it, as a watching command does: a
 * listener would never come to hear of it. Only what a script calls can be broken off, so then a script makes the call.
 */
function interruptible(work: () => void): void {
  if (process.listenerCount("SIGINT") === 0) {
    work();
    return;
  }
  const world = globalThis as { [workName]?: (() => void) | undefined };
  world[workName] = work;
  try {
    new Script(`globalThis[Symbol.for("writ.work")]()`).runInThisContext({ breakOnSigint: true });
  } finally {
    world[workName] = undefined;
  }
}

function thrown(error: unknown, code: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  return { code, message: `the module throws when it is loaded: ${text}`, help: "keep modules free of side effects" };
}

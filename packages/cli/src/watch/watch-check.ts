import { resolve } from "node:path";
import { type CheckOptions, check, inputsOf } from "../commands/check.js";
import { type Console, printProblems } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Problem } from "../problem.js";
import { type InputPaths, inputPlaces, unrepeatable } from "./input-places.js";
import { type PolicyPlaces, policyPlaces } from "./policy-places.js";
import { repeated, reportPerLine } from "./repeat.js";
import { watch } from "./watch.js";

/** `writ check --watch`: judges, and again when a document, a policy or the configuration changes. */
export async function watchCheck(paths: readonly string[], given: CheckOptions, console: Console): Promise<ExitCode> {
  const options = repeated(given);
  const inputsUnder = ({ loaded }: PolicyPlaces): InputPaths => {
    // While the configuration is broken, only what the command line names is known.
    if (loaded === undefined) return { paths, cwd: console.cwd, exclude: [], root: console.cwd };
    return {
      ...inputsOf(paths, { loaded }, console.cwd),
      exclude: loaded.config.exclude ?? [],
      root: loaded.root,
    };
  };
  const once = unrepeatable(inputsUnder(await policyPlaces(options, console)));
  if (once !== undefined) {
    printProblems([notWatched(once)], console);
    return exitCodes.usage;
  }
  // The command's own report must not ask for the next one.
  const report = options.output === undefined ? undefined : resolve(console.cwd, options.output);
  const perRun = options.output === undefined ? reportPerLine(console, options.format) : console;
  return watch(
    {
      run: () => check(paths, options, perRun),
      async basis() {
        const policies = await policyPlaces(options, console);
        const { graph, places } = policies;
        return {
          documents: inputPlaces(inputsUnder(policies), report),
          code: places,
          fingerprint: graph.fingerprint,
        };
      },
    },
    console,
  );
}

function notWatched(path: string): Problem {
  return {
    code: "WRIT2005",
    message: `\`${path}\` cannot be watched: it can be read once only`,
    help: "write the manifests to files, and name these, or leave `--watch` out",
  };
}

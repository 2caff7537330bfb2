import { dirname, join } from "node:path";
import { type TestOptions, test } from "../commands/test.js";
import type { Console } from "../console.js";
import type { ExitCode } from "../exit-codes.js";
import type { Place } from "./place.js";
import { policyPlaces } from "./policy-places.js";
import { repeated, reportPerLine } from "./repeat.js";
import { watch } from "./watch.js";

/** `writ test --watch`: runs the cases, and again when one of them, a policy or the configuration changes. */
export async function watchTest(ids: readonly string[], given: TestOptions, console: Console): Promise<ExitCode> {
  const options = repeated(given);
  const perRun = reportPerLine(console, options.format);
  return watch(
    {
      run: () => test(ids, options, perRun),
      async basis() {
        const { modules, graph, places } = await policyPlaces(options, console);
        return { documents: modules.map(casesOf), code: places, fingerprint: graph.fingerprint };
      },
    },
    console,
  );
}

/** The folder of a module's cases, which may be made later. */
function casesOf(module: string): Place {
  const isCase = (file: string): boolean => !file.includes("/") && !file.startsWith(".");
  return { kind: "folder", path: join(dirname(module), "cases"), accepts: isCase };
}

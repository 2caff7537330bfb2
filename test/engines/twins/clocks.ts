import { compileRego } from "@writ/opa";
import { loadPolicy } from "@writ/opa/evaluate";
import { openTopdown } from "@writ/opa/topdown";
import { openApiserverValidator } from "../src/apiserver-validator.js";
import type { JsonObject } from "../src/engine.js";
import { formsOf, type FormName } from "./forms.js";
import type { Twinned } from "./library.js";

/** The engines that both forms of a policy are timed in. */
export const clockNames = ["decoded", "guarded", "topdown", "wasm"] as const;
export type ClockName = (typeof clockNames)[number];

/** Both forms of one policy in one engine, ready to be timed. */
export interface Clock {
  /** Nanoseconds of one evaluation of an object that is created: the mean of the fastest of some rounds of `repeat` evaluations. */
  readonly emitted: (object: JsonObject, repeat: number) => Promise<number>;
  readonly twin: (object: JsonObject, repeat: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

type OpenClock = (of: Twinned) => Promise<Clock>;

/** How a clock for one policy is opened, by engine. Throws when a form does not compile. */
export const clocks: Readonly<Record<ClockName, OpenClock>> = {
  decoded: (of) => openValidatorClock(of, "decoded"),
  guarded: (of) => openValidatorClock(of, "guarded"),
  topdown: (of) => Promise.resolve(openTopdownClock(of)),
  wasm: openWasmClock,
};

/** The newest API server's own code: decoding and matching are not in the time, and messages are. */
async function openValidatorClock({ id, bench, twin }: Twinned, form: FormName): Promise<Clock> {
  const engine = await openApiserverValidator("new", { raw: form === "guarded" });
  const forms = formsOf(bench.compiled, twin).find(({ name }) => name === form);
  if (forms === undefined) throw new Error(`${id} has no form ${form}`);
  const timed = (policy: JsonObject) => async (object: JsonObject, repeat: number) => {
    const [verdict] = await engine.measure(policy, [{ operation: "CREATE", object }], repeat);
    if (verdict?.nanoseconds === undefined) throw new Error(`${id}, ${form}: ${JSON.stringify(verdict)}`);
    return verdict.nanoseconds;
  };
  return { emitted: timed(forms.emitted), twin: timed(forms.twin), close: engine.close };
}

const rounds = 5;

/**
 * OPA's own evaluator, asked in one go for a round of evaluations. What a question costs beside its evaluation is timed with a query that
 * reads nothing, and taken off; on a busy machine nothing, or less, may be left.
 */
function openTopdownClock({ bench, twin }: Twinned): Clock {
  const forms = {
    emitted: { opa: openTopdown(bench.rego.modules), query: bench.rego.query },
    twin: { opa: openTopdown({ "twin.rego": twin.rego(bench.compiled.params) }), query: "data.twin.deny" },
  };
  const timed =
    ({ opa, query }: (typeof forms)["emitted"]) =>
    async (object: JsonObject, repeat: number) => {
      const input = { operation: "CREATE", object };
      const round = async (asked: string): Promise<number> => {
        const each = Math.ceil(repeat / rounds);
        const start = process.hrtime.bigint();
        const answers = await Promise.all(Array.from({ length: each }, () => opa.query(asked, input)));
        const spent = Number(process.hrtime.bigint() - start);
        if (answers.some(({ error, results }) => error !== undefined || results.length !== 1))
          throw new Error(`topdown: ${JSON.stringify(answers[0])}`);
        return spent / each;
      };
      const [asking, evaluating] = await fastest([() => round("true"), () => round(query)]);
      return (evaluating ?? Number.NaN) - (asking ?? Number.NaN);
    };
  return {
    emitted: timed(forms.emitted),
    twin: timed(forms.twin),
    close: () => {
      forms.emitted.opa.close();
      forms.twin.opa.close();
      return Promise.resolve();
    },
  };
}

/** OPA's WASM in Node. Its interface takes and gives JSON: reading that is in the time. */
async function openWasmClock({ bench, twin }: Twinned): Promise<Clock> {
  const timed = async (modules: Readonly<Record<string, string>>, entrypoint: string): Promise<Clock["emitted"]> => {
    const compiled = await compileRego({ modules, entrypoints: [entrypoint] });
    if (!compiled.ok) throw new Error(compiled.errors.map(({ message }) => message).join("\n"));
    const policy = await loadPolicy(compiled.wasm);
    return async (object, repeat) => {
      const input = JSON.stringify({ operation: "CREATE", object });
      const each = Math.ceil(repeat / rounds);
      const round = (): Promise<number> => {
        const start = process.hrtime.bigint();
        for (let count = 0; count < each; count += 1) {
          const evaluation = policy.tryEvaluateJson(entrypoint, input);
          if (!evaluation.ok) throw new Error(evaluation.message);
        }
        return Promise.resolve(Number(process.hrtime.bigint() - start) / each);
      };
      const [best] = await fastest([round]);
      return best ?? Number.NaN;
    };
  };
  return {
    emitted: await timed(bench.rego.modules, bench.rego.query.replace("data.", "").replaceAll(".", "/")),
    twin: await timed({ "twin.rego": twin.rego(bench.compiled.params) }, "twin/deny"),
    close: () => Promise.resolve(),
  };
}

/** The least time of each, taken in turn: what else the machine does only ever adds to a round. */
async function fastest(of: readonly (() => Promise<number>)[]): Promise<readonly number[]> {
  const best = of.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, run] of of.entries()) best[index] = Math.min(best[index] ?? 0, await run());
  }
  return best;
}

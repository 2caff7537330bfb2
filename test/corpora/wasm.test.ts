import { emitRego } from "@writ/compiler";
import { kindKey } from "@writ/compiler/ir";
import { compileRego, findToolchain } from "@writ/opa";
import { loadPolicy, type LoadedPolicy } from "@writ/opa/evaluate";
import { sortViolations, type Violation } from "@writ/sdk/runtime";
import { describe, expect, it } from "vitest";
import { readCorpus, titleOf, type Document } from "./corpus.js";
import { judgeOf } from "./judge.js";
import { readLibrary } from "./library.js";

const corpus = readCorpus<{ readonly resource: Document }>("kyverno.jsonl");
const toolchain = await findToolchain();

type Judgement = Readonly<Record<string, readonly Violation[]>>;

/** What the WASM of the library says about a document, by policy id. */
type WasmJudge = (document: Document) => Judgement;

async function wasmJudge(library: Awaited<ReturnType<typeof readLibrary>>): Promise<WasmJudge> {
  const { modules, entrypoints } = emitRego([...library.values()].map(({ compiled }) => compiled));
  const result = await compileRego({ modules, entrypoints: Object.values(entrypoints) });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const policy = await loadPolicy(result.wasm);
  return (document) => {
    const entrypoint = entrypoints[`${String(document["apiVersion"])}/${String(document["kind"])}`];
    return entrypoint === undefined ? {} : judgement(policy, entrypoint, document);
  };
}

function judgement(policy: LoadedPolicy, entrypoint: string, document: Document): Judgement {
  const evaluation = policy.tryEvaluate(entrypoint, { object: document, operation: "CREATE" });
  if (!evaluation.ok) throw new Error(evaluation.message);
  const found = evaluation.value as Readonly<Record<string, readonly { path: Violation["path"]; msg: string }[]>>;
  return Object.fromEntries(
    Object.entries(found).map(([id, violations]) => [
      id,
      sortViolations(violations.map(({ path, msg }) => ({ path, message: msg }))),
    ]),
  );
}

const missing = toolchain === undefined ? " (left out: there is no compiler for Rego)" : "";

describe.skipIf(corpus === undefined || toolchain === undefined)(
  `${titleOf("the resources of kyverno/policies", corpus)}${missing}`,
  () => {
    it("get the same violations from the WASM as from the TypeScript, for every policy of their kind", async () => {
      const library = await readLibrary();
      const inWasm = await wasmJudge(library);
      const natives = [...library.values()].map((policy) => ({ policy, judge: judgeOf(policy) }));
      const resources = new Map((corpus ?? []).map(({ resource }) => [JSON.stringify(resource), resource]));
      const judged = new Set<string>();
      for (const resource of resources.values()) {
        const native = natives.flatMap(({ policy, judge }) => {
          const verdict = judge(resource);
          return verdict === undefined ? [] : [[policy.compiled.id, verdict.violations] as const];
        });
        expect(inWasm(resource), JSON.stringify(resource)).toEqual(Object.fromEntries(native));
        judged.add(`${String(resource["apiVersion"])}/${String(resource["kind"])}`);
      }
      const known = new Set([...library.values()].flatMap(({ compiled }) => compiled.kinds.map(kindKey)));
      expect([...judged].filter((key) => known.has(key)).length).toBeGreaterThan(3);
    }, 120_000);
  },
);

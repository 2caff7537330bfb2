import type { Answer } from "@writ/prove/engines";
import { sortViolations, type Violation } from "@writ/sdk/runtime";
import type { PolicyRequest } from "@writ/compiler/ir";
import type { Bench, Verdicts } from "../../harness/workbench.js";
import type { AdmissionRequest } from "../src/engine.js";
import { openTopdown, type TopdownVerdict } from "../src/topdown.js";
import type { Column } from "./column.js";

const none = (): undefined => undefined;
const nothing = (): Promise<void> => Promise.resolve();

/** The author's own TypeScript, the interpreter, and the WASM: what `writ check` and `writ test` run. */
export const localColumns: readonly Column[] = (["native", "interpreter", "wasm"] as const).map((name) => ({
  name,
  engine: { native: "TypeScript in Node", interpreter: "reference interpreter", wasm: "OPA WASM in Node" }[name],
  refusal: none,
  judge: ({ bench }, requests) =>
    Promise.resolve(requests.map((request) => ({ request, answer: answerOf(verdictsOf(bench, request)[name]) }))),
  close: nothing,
}));

const judged = new WeakMap<Bench, WeakMap<PolicyRequest, Verdicts>>();

/** What all three say: a bench asks them together, and each column is asked about the same requests. */
function verdictsOf(bench: Bench, request: PolicyRequest): Verdicts {
  const own = judged.get(bench) ?? new WeakMap<PolicyRequest, Verdicts>();
  judged.set(bench, own);
  const verdicts = own.get(request) ?? bench.judge(request);
  own.set(request, verdicts);
  return verdicts;
}

function answerOf(verdict: Verdicts["native"]): Answer {
  if (typeof verdict === "string") return { kind: "failed", message: verdict };
  return { kind: "violations", violations: verdict };
}

/** OPA's own evaluator on the Rego. */
export function openTopdownColumn(): Column {
  const opa = openTopdown();
  return {
    name: "topdown",
    engine: `OPA ${opa.version}, topdown`,
    refusal: none,
    judge: async ({ bench }, requests) => {
      const verdicts = await opa.judge(bench.rego, requests.map(inputOf));
      return requests.map((request, index) => ({ request, answer: answerOfTopdown(verdicts[index]) }));
    },
    close: opa.close,
  };
}

/** The input document of Rego is the request as it is; CONNECT is no operation of the other engines. */
function inputOf(request: PolicyRequest): AdmissionRequest {
  return request as AdmissionRequest;
}

function answerOfTopdown(verdict: TopdownVerdict | undefined): Answer {
  if (verdict?.violations === undefined) return { kind: "failed", message: verdict?.message ?? "no verdict" };
  const found = verdict.violations.map(({ path, msg }) => ({ path: path as Violation["path"], message: msg }));
  return { kind: "violations", violations: sortViolations(found) };
}

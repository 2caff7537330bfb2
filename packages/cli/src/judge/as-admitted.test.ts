import { collectItems, parseDocuments } from "@writ/inputs";
import { describe, expect, it } from "vitest";
import type { Admission, JsonObject, NewObject } from "@writ/apiserver";
import type { AdmissionCode } from "../adapters/apiserver.js";
import { openAsAdmitted } from "./as-admitted.js";
import { noFindings } from "./collect.js";
import type { Settled } from "./compare.js";
import type { KindPolicies } from "./kind-index.js";
import type { PipelineOptions, Task } from "./pipeline.js";

const pods = { group: "", version: "v1", kind: "Pod", plural: "pods", namespaced: true };
const kind: KindPolicies = {
  ...{ kind: pods, number: 0, policies: [], drop: undefined, entrypoint: undefined },
  ids: ["has-restart-policy"],
};

function taskOf(order: number, yaml: string): Task {
  const file = parseDocuments(yaml, { file: "a.yaml" });
  const document = collectItems(file).documents[0]!;
  const request = { object: document.value, operation: "CREATE", namespace: { name: "shop" } } as const;
  return { order, file, document, kind, request };
}

const pod = (name: string, rest = ""): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec:\n  containers: []\n${rest}`;

/** Says that every Pod restarts always, does not take what holds `bad`, and knows no Widget before it is defined. */
function codeOf(): AdmissionCode & { readonly sent: NewObject[]; readonly defined: JsonObject[] } {
  const sent: NewObject[] = [];
  const defined: JsonObject[] = [];
  const admit = ({ object }: NewObject): Admission => {
    if (object["kind"] === "Widget" && defined.length === 0) return { kind: "unknown" };
    const spec = object["spec"] as JsonObject | undefined;
    if (spec !== undefined && "bad" in spec) return { kind: "refused", reasons: ['unknown field "spec.bad"'] };
    return { kind: "admitted", object: { ...object, spec: { ...spec, restartPolicy: "Always" } } };
  };
  return {
    ...{ kubernetes: "1.0.0", sent, defined, close: () => undefined },
    define: async (definitions) => {
      defined.push(...definitions);
      return definitions.map(() => ({ kind: "admitted", object: {} }) as const);
    },
    admit: async (documents) => {
      sent.push(...documents);
      return documents.map(admit);
    },
  };
}

/** One violation when there is a restart policy; answers in the reverse order of the documents. */
function judgeOf(onVerdict: PipelineOptions["onVerdict"]) {
  const tasks: Task[] = [];
  const judged = ({ request, written }: Task): readonly Settled[] => {
    const { name } = request.object["metadata"] as JsonObject;
    if (name === "fails-as-written" && written === undefined) return [{ kind: "failed", reason: "no answer" }];
    const there = "restartPolicy" in ((request.object["spec"] ?? {}) as object);
    const violations = there ? [{ path: ["spec", "restartPolicy"], message: "there is a restart policy" }] : [];
    return [{ kind: "violations", violations }];
  };
  return {
    submit: (task: Task) => void tasks.push(task),
    finish: async () => tasks.reverse().forEach((task) => onVerdict(task, judged(task))),
  };
}

function open(code = codeOf()) {
  const findings = noFindings();
  const tally = { admitted: 0, refused: 0, asWritten: 0, differing: 0 };
  const collected: { readonly task: Task; readonly settled: readonly Settled[] }[] = [];
  const seen: [number, Admission["kind"]][] = [];
  const run = openAsAdmitted({
    ...{ code, judge: judgeOf, findings, tally },
    collect: (task, settled) => void collected.push({ task, settled }),
    onAdmission: (order, _, admission) => void seen.push([order, admission.kind]),
  });
  return { code, findings, tally, collected, seen, run };
}

describe("openAsAdmitted", () => {
  it("judges what the API server makes of a document, and says where the file says otherwise", async () => {
    const { run, collected, findings, tally, code } = open();
    await run.submit(taskOf(1, pod("a")));
    await run.submit(taskOf(2, pod("b", "  restartPolicy: Never\n")));
    await run.finish();
    expect(code.sent.map(({ namespace }) => namespace)).toEqual(["shop", "shop"]);
    expect(collected.map(({ task }) => [task.order, task.request.object["spec"], task.written])).toEqual([
      [2, { containers: [], restartPolicy: "Always" }, expect.objectContaining({ kind: "Pod" })],
      [1, { containers: [], restartPolicy: "Always" }, expect.objectContaining({ kind: "Pod" })],
    ]);
    expect(findings.notices).toEqual([
      {
        order: 1,
        error: {
          code: "WRIT3011",
          message:
            "`has-restart-policy` does not say the same of Pod a as it is written and as the API server admits it: " +
            'only as admitted "there is a restart policy" at spec.restartPolicy',
          file: "a.yaml",
          line: 4,
          column: 1,
        },
      },
    ]);
    expect(tally).toEqual({ admitted: 2, refused: 0, asWritten: 0, differing: 1 });
  });

  it("says when the file could not be judged, although the admitted object was", async () => {
    const { run, findings, tally, collected } = open();
    await run.submit(taskOf(1, pod("fails-as-written")));
    await run.finish();
    expect(collected.map(({ settled }) => settled[0]?.kind)).toEqual(["violations"]);
    expect(findings.errors.map(({ error }) => [error.code, error.message])).toEqual([
      ["WRIT3001", "Pod fails-as-written as it is written could not be judged by `has-restart-policy`: no answer"],
    ]);
    expect([findings.notices, tally.differing]).toEqual([[], 0]);
  });

  it("reports each reason of a refusal at the field, and judges the document as it is written", async () => {
    const { run, collected, findings, tally } = open();
    const refused = taskOf(1, pod("a", "  bad: 1\n"));
    await run.submit(refused);
    await run.finish();
    expect(collected.map(({ task }) => task)).toEqual([refused]);
    expect(findings.errors.map(({ error }) => [error.code, error.message, error.line, error.column])).toEqual([
      ["WRIT3010", 'the API server refuses Pod a: unknown field "spec.bad"', 6, 8],
    ]);
    expect(tally).toEqual({ admitted: 0, refused: 1, asWritten: 0, differing: 0 });
  });

  it("waits with documents of an unknown kind for a definition that comes later", async () => {
    const { run, code, collected, seen, tally } = open();
    await run.submit(taskOf(1, "apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w }\n"));
    const definition = taskOf(2, "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {}\n");
    await run.see(2, definition.document, { object: definition.document.value });
    await run.finish();
    expect(code.defined).toEqual([definition.document.value]);
    expect(collected.map(({ task }) => task.request.object["spec"])).toEqual([{ restartPolicy: "Always" }]);
    expect(seen).toEqual([
      [2, "admitted"],
      [1, "admitted"],
    ]);
    expect(tally.admitted).toBe(1);
  });

  it("judges what nobody defines as it is written, and counts it", async () => {
    const { run, collected, tally, findings } = open();
    const widget = taskOf(1, "apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w }\n");
    await run.submit(widget);
    await run.finish();
    expect(collected.map(({ task }) => task)).toEqual([widget]);
    expect(tally).toEqual({ admitted: 0, refused: 0, asWritten: 1, differing: 0 });
    expect([findings.errors, findings.notices]).toEqual([[], []]);
  });

  it("says when a definition is not taken", async () => {
    const code = codeOf();
    const refusing = { ...code, define: async () => [{ kind: "refused", reasons: ["no schema"] } as const] };
    const { run, findings } = open(refusing);
    const definition = taskOf(
      1,
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: w }\n",
    );
    await run.see(1, definition.document, { object: definition.document.value });
    await run.finish();
    expect(findings.notices.map(({ error }) => [error.code, error.message])).toEqual([
      ["WRIT3012", "the definition w is not used: no schema"],
    ]);
  });

  it("sends many documents in few requests, in their order", async () => {
    const requests: number[] = [];
    const code = codeOf();
    const { run, collected } = open({
      ...code,
      admit: (documents) => {
        requests.push(documents.length);
        return code.admit(documents);
      },
    });
    for (let order = 0; order < 130; order++) await run.submit(taskOf(order, pod(`p${order}`)));
    await run.finish();
    expect(requests).toEqual([64, 64, 2]);
    expect(new Set(collected.map(({ task }) => task.order)).size).toBe(130);
  });
});

import type { Admission, JsonObject, NewObject } from "@writ/apiserver";
import type { PolicyRequest } from "@writ/compiler/ir";
import type { InputDocument } from "@writ/inputs";
import type { AdmissionCode } from "../adapters/apiserver.js";
import { comparisonErrors, definitionNotices, differenceNotices, refusalErrors } from "./admission-findings.js";
import type { Findings } from "./collect.js";
import type { Settled } from "./compare.js";
import type { Pipeline, PipelineOptions, Task } from "./pipeline.js";

/** What became of the documents. */
export interface AdmissionTally {
  admitted: number;
  refused: number;
  /** Of kinds that neither Kubernetes nor a definition among the files has: judged as they are written. */
  asWritten: number;
  /** Documents about which a policy says something else than about the file. */
  differing: number;
}

export interface AsAdmittedOptions {
  readonly code: AdmissionCode;
  /** Opens what judges. */
  readonly judge: (onVerdict: PipelineOptions["onVerdict"]) => Pipeline;
  /** Takes what is believed of a document, in the form that counts. */
  readonly collect: PipelineOptions["onVerdict"];
  readonly findings: Findings;
  readonly tally: AdmissionTally;
  /** Gets each document once, in any order, when it is known what became of it. */
  readonly onAdmission?: (order: number, document: InputDocument, admission: Admission) => void;
}

/** A pipeline that judges what the API server makes of documents. */
export interface AsAdmitted extends Pipeline {
  /** Takes a document that no policy judges: it may define a kind, and somebody may want to see what becomes of it. */
  see(order: number, document: InputDocument, sent: NewObject): Promise<void> | undefined;
}

/** Documents a request to the code: enough to make it cheap. */
const batchSize = 64;

interface Seen {
  readonly order: number;
  readonly document: InputDocument;
  readonly sent: NewObject;
  /** Without one nobody judges it. */
  readonly task?: Task;
}

/** A document in both its forms, on its way to two verdicts. */
interface Pair {
  readonly admitted: Task;
  readonly verdicts: Map<Task, readonly Settled[]>;
}

/**
 * Each document is judged twice: as the API server would hand it to a policy, which is the verdict, and as the file has it, to say where that
 * would have been another one. What the API server refuses, and what it does not know, is judged as it is written.
 */
export function openAsAdmitted(options: AsAdmittedOptions): AsAdmitted {
  const { code, findings, tally, onAdmission = () => undefined } = options;
  const pairs = new Map<Task, Pair>();
  const inner = options.judge((task, settled) => {
    const pair = pairs.get(task);
    if (pair === undefined) return options.collect(task, settled);
    pair.verdicts.set(task, settled);
    if (pair.verdicts.size < 2) return;
    for (const done of pair.verdicts.keys()) pairs.delete(done);
    finishPair(pair, options);
  });
  const waiting: Seen[] = [];
  const unknown: Seen[] = [];
  const definitions: Seen[] = [];

  const submitPair = async (written: Task, object: JsonObject): Promise<void> => {
    const request = { ...written.request, object };
    const admitted: Task = { ...written, request, written: written.request.object };
    const pair: Pair = { admitted, verdicts: new Map() };
    for (const task of [written, admitted]) {
      pairs.set(task, pair);
      await inner.submit(task);
    }
  };
  const settle = async (seen: Seen, admission: Admission, last: boolean): Promise<void> => {
    const { order, document, task } = seen;
    if (admission.kind === "unknown" && !last) {
      unknown.push(seen);
      return;
    }
    onAdmission(order, document, admission);
    if (task === undefined) return;
    switch (admission.kind) {
      case "admitted":
        tally.admitted += 1;
        return submitPair(task, admission.object);
      case "refused":
        tally.refused += 1;
        findings.errors.push(...refusalErrors(task, admission.reasons));
        await inner.submit(task);
        return;
      case "unknown":
        tally.asWritten += 1;
        await inner.submit(task);
    }
  };
  const ask = async (batch: readonly Seen[], last: boolean): Promise<void> => {
    const admissions = await code.admit(batch.map(({ sent }) => sent));
    for (const [index, seen] of batch.entries()) await settle(seen, admissions[index] ?? { kind: "unknown" }, last);
  };
  const take = (seen: Seen): Promise<void> | undefined => {
    if (isDefinition(seen.sent.object)) definitions.push(seen);
    waiting.push(seen);
    return waiting.length < batchSize ? undefined : ask(waiting.splice(0), false);
  };
  return {
    submit: (task) => take({ order: task.order, document: task.document, sent: sentFor(task.request), task }),
    see: (order, document, sent) => take({ order, document, sent }),
    async finish() {
      await ask(waiting.splice(0), definitions.length === 0);
      if (definitions.length > 0) {
        const learnt = await code.define(definitions.map(({ sent }) => sent.object));
        findings.notices.push(...definitions.flatMap((seen, index) => definitionNotices(seen, learnt[index])));
        await ask(unknown.splice(0), true);
      }
      await inner.finish();
    },
  };
}

/** What `kubectl` sends for a request. */
export function sentFor({ object, namespace }: Pick<PolicyRequest, "object" | "namespace">): NewObject {
  return namespace === undefined ? { object } : { object, namespace: namespace.name };
}

/** A definition may stand after the objects of its kind: those wait until all documents were seen. */
export function isDefinition({ apiVersion, kind }: JsonObject): boolean {
  return kind === "CustomResourceDefinition" && apiVersion === "apiextensions.k8s.io/v1";
}

function finishPair({ admitted, verdicts }: Pair, { collect, findings, tally }: AsAdmittedOptions): void {
  const [written, settled] = [
    [...verdicts].find(([task]) => task !== admitted)?.[1] ?? [],
    verdicts.get(admitted) ?? [],
  ];
  collect(admitted, settled);
  const notices = differenceNotices(admitted, written, settled);
  if (notices.length > 0) tally.differing += 1;
  findings.notices.push(...notices);
  findings.errors.push(...comparisonErrors(admitted, written, settled));
}

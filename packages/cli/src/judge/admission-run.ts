import type { Admission } from "@writ/apiserver";
import type { KindRef } from "@writ/compiler/ir";
import type { InputDocument } from "@writ/inputs";
import type { ReportAdmission } from "../report/report.js";
import { type AsAdmittedOptions, isDefinition, openAsAdmitted, sentFor } from "./as-admitted.js";
import { creationOf, identityOf } from "./request.js";
import type { Walk } from "./walk.js";

export interface AdmissionRunOptions extends Omit<AsAdmittedOptions, "tally" | "onAdmission"> {
  readonly namespace: string;
  /** Keep what becomes of each document, to be printed. */
  readonly print: boolean;
}

/** One run that judges what the API server makes of documents. */
export interface AdmissionRun {
  /** The walk whose documents go through the API server's code. */
  readonly walk: (plain: Omit<Walk, "pipeline" | "onUnmatched">) => Walk;
  readonly tally: ReportAdmission;
  /** What became of every document, as YAML in the order of the input. */
  readonly printed: () => string;
}

export async function openAdmission({ namespace, print, ...options }: AdmissionRunOptions): Promise<AdmissionRun> {
  const { kindFacts } = await import("@writ/sdk/fields");
  const render = print ? await yamlRenderer() : undefined;
  const tally = { kubernetes: options.code.kubernetes, admitted: 0, refused: 0, asWritten: 0, differing: 0 };
  const texts: { readonly order: number; readonly text: string }[] = [];
  const onAdmission = (order: number, document: InputDocument, admission: Admission): void => {
    if (render !== undefined) texts.push({ order, text: render(document, admission) });
  };
  const pipeline = openAsAdmitted({ ...options, tally, onAdmission });
  const onUnmatched = (order: number, document: InputDocument): Promise<void> | undefined => {
    if (render === undefined && !isDefinition(document.value)) return undefined;
    const written = identityOf({ object: document.value, operation: "CREATE" });
    const facts: KindRef | undefined = kindFacts(written.apiVersion, written.kind);
    // The definition of a custom kind says whether it takes the namespace.
    const custom = { object: document.value, namespace: { name: written.namespace || namespace } };
    const request = facts === undefined ? custom : creationOf(document.value, facts, namespace);
    return pipeline.see(order, document, sentFor(request));
  };
  return {
    walk: (plain) => ({ ...plain, pipeline, onUnmatched }),
    tally,
    printed: () =>
      texts
        .toSorted((left, right) => left.order - right.order)
        .map(({ text }) => text)
        .join("---\n"),
  };
}

/** A comment that says where the document comes from, and the object. A refused one is a comment alone. */
async function yamlRenderer(): Promise<(document: InputDocument, admission: Admission) => string> {
  const { stringify } = await import("yaml");
  // As the API server reads it: the text `on` needs its quotes.
  const yaml = (object: unknown): string =>
    stringify(object, { lineWidth: 0, aliasDuplicateObjects: false, version: "1.1" });
  return (document, admission) => {
    const place = `# ${document.file}:${document.locate([]).line}`;
    switch (admission.kind) {
      case "admitted":
        return `${place}\n${yaml(admission.object)}`;
      case "refused":
        return `${place}: refused\n${admission.reasons.map((reason) => `#   ${reason.replace(/\s+/g, " ")}\n`).join("")}`;
      case "unknown":
        return `${place}: of a kind that the API server does not know, as written\n${yaml(document.value)}`;
    }
  };
}

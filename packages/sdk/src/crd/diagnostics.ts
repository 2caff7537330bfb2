import type { PathSegment } from "../context.js";

/** What is wrong with a custom resource definition. The caller knows the file and finds the line of `path`. */
export interface CrdDiagnostic {
  /** Stable. */
  readonly code: keyof typeof crdCodes;
  /** `error`: a model is missing. `warning`: a model says less than it might. */
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly help: string;
  /** Which of the given documents, from 0. */
  readonly document: number;
  /** Where in that document. */
  readonly path: readonly PathSegment[];
}

/** The codes and what each means, for `writ explain`. */
export const crdCodes = {
  CRD1001: "a document is no custom resource definition",
  CRD1002: "a custom resource definition has an API version that Kubernetes no longer serves",
  CRD1003: "a name in a custom resource definition is missing or not a Kubernetes name",
  CRD1004: "a version has no schema",
  CRD1005: "a schema is deeper or larger than a model can be",
  CRD1006: "two definitions make the same kind",
  CRD1007: "a part of a schema has no type",
  CRD1008: "no version is served",
} as const;

/** What to do about each. */
export const crdHelps: Readonly<Record<keyof typeof crdCodes, string>> = {
  CRD1001: "pass only documents of kind `CustomResourceDefinition`",
  CRD1002: "convert the definition to apiextensions.k8s.io/v1, the only version since Kubernetes 1.22",
  CRD1003: "compare the definition with what `kubectl get crd NAME -o yaml` shows",
  CRD1004: "add `schema.openAPIV3Schema` to the version; without it the model has only metadata",
  CRD1005: "what lies below is typed as `Json`",
  CRD1006: "remove one of the two definitions; the first one was used",
  CRD1007: "give it a `type`; it is typed as `Json`",
  CRD1008: "set `served: true` on the versions that need a model",
};

const warnings: ReadonlySet<keyof typeof crdCodes> = new Set(["CRD1001", "CRD1004", "CRD1005", "CRD1007", "CRD1008"]);

export function crdDiagnostic(
  code: keyof typeof crdCodes,
  message: string,
  document: number,
  path: readonly PathSegment[],
): CrdDiagnostic {
  return { code, severity: warnings.has(code) ? "warning" : "error", message, help: crdHelps[code], document, path };
}

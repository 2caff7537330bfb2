import type { PathSegment, Severity } from "@writ/sdk";
import type { Excerpt, Span } from "./frame.js";

/** What `writ check` found: the JSON report is this without the parts marked as for the terminal. */
export interface Report {
  readonly summary: ReportSummary;
  readonly violations: readonly ReportViolation[];
  readonly errors: readonly ReportError[];
  /** What the user should know although it decides nothing: documents that no policy saw, kinds that look misspelt. */
  readonly notices: readonly ReportError[];
  /** The policies that ran, by id. */
  readonly policies: readonly ReportPolicy[];
}

export interface ReportSummary {
  readonly files: number;
  /** Kubernetes objects found, the items of a List one by one. */
  readonly documents: number;
  readonly policies: number;
  readonly violations: number;
  readonly errors: number;
  /** Documents that at least one policy judged to its end. */
  readonly judged: number;
  /** Kubernetes objects of kinds that no policy matches. */
  readonly unmatched: number;
  /** Objects of an API group that a policy matches, but of a kind or version that Kubernetes does not have there. */
  readonly unknownKinds: number;
  /** Documents in the files that are no Kubernetes objects. */
  readonly others: number;
  /** Files without a single Kubernetes object. */
  readonly filesWithoutObjects: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** `both`: WASM judged and the TypeScript ran beside it. */
  readonly engine: "both" | "wasm" | "native";
  /** Where the policies come from when the user named none. */
  readonly policySource: "configured" | "library";
  /** With `--as-admitted`: what became of the documents that policies match. */
  readonly admission?: ReportAdmission;
}

export interface ReportAdmission {
  /** The version whose code ran. */
  readonly kubernetes: string;
  readonly admitted: number;
  /** The API server would answer with an error; each has its own among the errors. Judged as written. */
  readonly refused: number;
  /** Of kinds that neither Kubernetes nor a definition among the inputs has. Judged as written. */
  readonly asWritten: number;
  /** Documents about which a policy says something else than about the file; each has its notices. */
  readonly differing: number;
}

export interface ReportPolicy {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly description?: string;
  readonly remediation?: string;
  readonly controls: readonly string[];
}

export interface ReportResource {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
}

export interface ReportLocation {
  readonly file: string;
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

export interface ReportViolation {
  /** The id of the policy. */
  readonly policy: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: readonly PathSegment[];
  readonly resource: ReportResource;
  readonly location: ReportLocation;
  /** The API server put there what the path names: the location is that of what it put it into. Only with `--as-admitted`. */
  readonly addedByApiServer?: true;
  /** For the terminal: what the frame marks. */
  readonly span: Span;
  /** For the terminal: the lines around it; absent when the text is gone. */
  readonly excerpt?: Excerpt;
}

export interface ReportError {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** For the terminal: the lines around it. */
  readonly excerpt?: Excerpt;
}

import type { JsonObject } from "@writ/compiler/ir";

/** An engine that is there to run, as a program of its own. */
export interface EngineProgram {
  readonly file: string;
  /** Without a leading v. */
  readonly version: string;
  /** Of the Kyverno CLI: whether it makes one call after the other in one process, as the one does that writ builds for its tests. */
  readonly answersLines?: boolean;
}

/** How an engine is asked. */
export interface EngineOptions {
  /** Seconds without an answer after which an engine counts as hung. */
  readonly patience?: number;
}

/** Enough for an engine on a busy machine to start and to judge a few hundred objects. */
export const defaultPatience = 300;

/** What a client asks of the API server. `object` is absent on DELETE, `oldObject` on CREATE. */
export interface AdmissionRequest {
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly object?: JsonObject;
  readonly oldObject?: JsonObject;
  /** That of the request's URL, with the labels of the Namespace. Absent for what no namespace holds. */
  readonly namespace?: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  /** The plural in the URL; without it, the regular plural of the kind. */
  readonly resource?: { readonly group: string; readonly version: string; readonly resource: string };
  readonly subresource?: string;
  /** The object that `paramKind` asks for. */
  readonly params?: JsonObject;
}

/**
 * Where a verdict broke off: `policy` does not compile; `decode`: the API server refuses the object before any policy sees it, so that it
 * is not admissible; `match`; `evaluate`; `message`: denied, but the message expression failed; `engine`: the engine itself gave no verdict.
 */
export type ErrorStage = "policy" | "decode" | "match" | "evaluate" | "message" | "engine";

/** What an engine said about one request. Several messages of one engine are lines of one text. */
export interface EngineVerdict {
  readonly outcome: "allow" | "deny" | "error";
  /** The reason of a denial or of an error. */
  readonly message?: string;
  readonly stage?: ErrorStage;
  /** Whether the policy's match constraints took the request; absent where the engine does not tell. */
  readonly matched?: boolean;
}

/** One real engine. Verdicts come in the order of the requests, one for each. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  /** Judges by the engine's own kind of policy. An engine that dies gives errors of stage `engine`; it does not throw. */
  readonly judge: (policy: JsonObject, requests: readonly AdmissionRequest[]) => Promise<readonly EngineVerdict[]>;
  readonly close: () => Promise<void>;
}

/** A verdict of stage `engine`, which no request earned. */
export function engineFailure(message: string): EngineVerdict {
  return { outcome: "error", stage: "engine", message };
}

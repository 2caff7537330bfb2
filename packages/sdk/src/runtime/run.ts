import type { NamespaceContext, Operation } from "../context.js";
import type { Policy, PolicyForm } from "../policy.js";
import type { AdmittedObject } from "./admitted.js";
import { cleanMessage } from "./message.js";
import { pathOf } from "./paths.js";
import { podOf } from "./pod.js";
import { sortViolations, type Path, type Violation } from "./violation.js";

/** What a policy judges. The objects are trees made by `admitted`, whose identity gives a report its path. */
export interface NativeRequest {
  readonly object: AdmittedObject;
  /** Seen by the policy only when the operation is UPDATE; on DELETE the old object is the object itself. */
  readonly oldObject?: AdmittedObject | undefined;
  readonly operation: Operation;
  readonly namespace?: NamespaceContext | undefined;
  /** Every parameter of the policy, defaults filled in. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** The author's mistake that only running shows; thrown by `runPolicy`. */
export interface PolicyError extends Error {
  readonly code: "RUN1001";
  readonly policyId: string;
  readonly help: string;
}

/** Whether something caught is the author's mistake, with a text for the author. */
export function isPolicyError(value: unknown): value is PolicyError {
  return value instanceof Error && (value as Partial<PolicyError>).code === "RUN1001";
}

/**
 * Runs a policy's own TypeScript on one document: its violations, in canonical order, each once. A document that is being
 * deleted has none. The shape guard is not run here: call this only on a document that passed it.
 *
 * @throws PolicyError when a report or an element of `each` is not part of the document; and whatever the predicate throws.
 */
export function runPolicy(policy: Policy, request: NativeRequest): Violation[] {
  if (isBeingDeleted(request.object)) return [];
  const found = violationsOf(policy.form, policy, request);
  return found.length < 2 ? found : sortViolations(found);
}

/** Whether the object only waits for its finalizers. Judging it would block their removal, so no policy does. */
export function isBeingDeleted(object: AdmittedObject): boolean {
  const metadata = object["metadata"];
  if (typeof metadata !== "object" || metadata === null || !Object.hasOwn(metadata, "deletionTimestamp")) return false;
  const timestamp = (metadata as AdmittedObject)["deletionTimestamp"];
  return timestamp !== null && timestamp !== undefined;
}

function violationsOf(form: PolicyForm, policy: Policy, request: NativeRequest): Violation[] {
  const inPod = policy.match.view === "pod";
  const subject = inPod ? podOf(request.object).view : request.object;
  const context = contextOf(request, inPod);
  const place = (target: object): Path => locate(policy, request.object, target);
  const violation = (path: Path, message: string): Violation => ({ path, message: cleanMessage(message, policy.id) });
  switch (form.kind) {
    case "each": {
      const found: Violation[] = [];
      for (const element of form.each(subject, context) ?? []) {
        if (form.deny(element, context) !== true) continue;
        found.push(violation([...place(element), ...form.at], form.message(element, context)));
      }
      return found;
    }
    case "subject":
      if (form.deny(subject, context) !== true) return [];
      return [violation([...place(subject), ...form.at], form.message(subject, context))];
    case "check": {
      const found: Violation[] = [];
      const report = (target: object, message: string, at: Path = []): void => {
        found.push(violation([...place(target), ...at], message));
      };
      form.check(subject, { ...context, report });
      return found;
    }
  }
}

function contextOf(request: NativeRequest, inPod: boolean): object {
  const { operation, namespace, params } = request;
  const old = operation === "DELETE" ? request.object : operation === "UPDATE" ? request.oldObject : undefined;
  return { params, operation, namespace, oldObject: inPod && old !== undefined ? podOf(old).view : old };
}

function locate(policy: Policy, document: AdmittedObject, target: object): Path {
  const isObject: boolean = typeof (target as unknown) === "object" && (target as unknown) !== null;
  if (policy.match.view === "pod" && target === podOf(document).view) return podOf(document).path;
  const path = isObject ? pathOf(document, target) : undefined;
  if (path !== undefined) return path;
  throw Object.assign(new Error("a violation is reported on a value that is not part of the document"), {
    code: "RUN1001",
    policyId: policy.id,
    help: "report on an object read from the document, not on a copy, a parameter or the old object; name fields with `at`",
  } as const) satisfies PolicyError;
}

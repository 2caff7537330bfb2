import {
  type CompiledPolicy,
  type KindRef,
  type PolicyRequest,
  interpreter,
  kindKey,
  shapeGuard,
} from "@writ/compiler/ir";
import type { ShapeProblem } from "@writ/compiler/ir";
import { type Policy, apiVersionOf } from "@writ/sdk";
import { type Violation, isBeingDeleted } from "@writ/sdk/runtime";
import { type TestRequest, create, isTestRequest } from "@writ/sdk/testing";
import { difference, sameViolations } from "../judge/compare.js";
import { indexKinds } from "../judge/kind-index.js";
import { runNative } from "../judge/native.js";
import { creationOf, writtenKind } from "../judge/request.js";
import type { Problem } from "../problem.js";
import { nearest } from "../suggest.js";
import { type Place, compiledPolicy } from "./compiled.js";
import { documentOf } from "./document.js";

/** What a policy says about a request of a test. */
export type Verdict =
  | Judged
  /** The policy would not run in `writ check` either. */
  | { readonly kind: "broken"; readonly problems: readonly Problem[] }
  /** There is no verdict: an assertion about it shows nothing, whatever it expects. */
  | { readonly kind: "unjudged"; readonly reason: string; readonly help?: string };

export interface Judged {
  readonly kind: "judged";
  readonly compiled: CompiledPolicy;
  readonly request: PolicyRequest;
  readonly violations: readonly Violation[];
  /** Why the predicate did not run. */
  readonly instead:
    { readonly kind: "deleted" } | { readonly kind: "shape"; readonly problem: ShapeProblem } | undefined;
}

/**
 * Judges a resource, or a request, as `writ check` does: the shape guard and the fields that the API server drops come from the compiled
 * policy, the predicate runs as it is, and the interpreter of the compiled policy must say the same.
 *
 * @throws TypeError when what is given is no document.
 */
export function judge(policy: Policy, given: object, place: Place): Verdict {
  const asked = isTestRequest(given) ? given : create(given);
  const result = compiledPolicy(policy, place);
  if (!result.ok) return { kind: "broken", problems: result.problems };
  const compiled = result.value;
  const resource = documentOf(asked.resource, "the resource");
  const kind = compiled.kinds.find((one) => kindKey(one) === writtenKind(resource));
  if (kind === undefined) return unmatched(compiled, resource);
  const { operation } = asked;
  if (!compiled.operations.includes(operation)) {
    return unjudged(`${compiled.id} does not judge ${operation}`, `it judges ${compiled.operations.join(", ")}`);
  }
  const request = requestOf(asked, kind);
  const old = request.oldObject;
  if (old !== undefined && writtenKind(old) !== writtenKind(resource)) {
    return unjudged(`an UPDATE cannot make ${named(resource)} of ${named(old)}`);
  }
  return verdictOf(policy, compiled, request);
}

function requestOf(
  { resource, oldObject, operation, namespace = "default" }: TestRequest,
  kind: KindRef,
): PolicyRequest {
  const request = { ...creationOf(documentOf(resource, "the resource"), kind, namespace), operation };
  if (oldObject === undefined || operation !== "UPDATE") return request;
  return { ...request, oldObject: creationOf(documentOf(oldObject, "the old object"), kind, namespace).object };
}

function verdictOf(policy: Policy, compiled: CompiledPolicy, request: PolicyRequest): Verdict {
  const entry = { compiled, severity: compiled.severity, native: policy };
  const kinds = indexKinds({ entries: [entry], root: "", rego: { modules: {}, entrypoints: {} } });
  const matched = kinds.get(writtenKind(request.object));
  const opinion = matched && runNative(request, matched)[0];
  if (opinion === undefined) throw new Error("a policy that matches an object did not run");
  if ("failed" in opinion) return unjudged(`${compiled.id} could not judge: ${opinion.failed}`);
  const interpreted = interpreter(compiled)(request);
  if (!sameViolations(opinion, interpreted)) return disagreement(compiled, opinion, interpreted);
  return { kind: "judged", compiled, request, violations: opinion, instead: reasonNotToRun(compiled, request) };
}

function reasonNotToRun({ ir }: CompiledPolicy, request: PolicyRequest): Judged["instead"] {
  if (isBeingDeleted(request.object)) return { kind: "deleted" };
  const problem = shapeGuard(ir.shapes)(request);
  return problem && { kind: "shape", problem };
}

function disagreement(
  { id }: CompiledPolicy,
  native: readonly Violation[],
  interpreted: readonly Violation[],
): Verdict {
  const { missing, extra } = difference(native, interpreted);
  const list = (violations: readonly Violation[]) => violations.map(({ message }) => `"${message}"`).join(", ");
  const parts = [
    ...(missing.length === 0 ? [] : [`only the TypeScript finds ${list(missing)}`]),
    ...(extra.length === 0 ? [] : [`only the compiled policy finds ${list(extra)}`]),
  ];
  const help = "a mocked module makes such a difference; anything else is a bug of writ, please report it";
  return unjudged(`the TypeScript of ${id} and the compiled policy differ: ${parts.join("; ")}`, help);
}

function unmatched({ id, kinds }: CompiledPolicy, resource: PolicyRequest["object"]): Verdict {
  const names = kinds.map((kind) => `${apiVersionOf(kind)} ${kind.kind}`);
  const own = named(resource);
  const meant = nearest(own, names);
  const help = `it judges ${names.join(", ")}`;
  return unjudged(`${id} does not judge ${own}`, meant === undefined ? help : `${help}; did you mean ${meant}?`);
}

function named({ apiVersion, kind }: PolicyRequest["object"]): string {
  const text = (value: unknown, name: string) => (typeof value === "string" && value !== "" ? value : `(no ${name})`);
  return `${text(apiVersion, "apiVersion")} ${text(kind, "kind")}`;
}

function unjudged(reason: string, help?: string): Verdict {
  return { kind: "unjudged", reason, ...(help === undefined ? {} : { help }) };
}

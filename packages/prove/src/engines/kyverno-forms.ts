import { isDeepStrictEqual } from "node:util";
import { defaultProductOptions, kubernetesTargets } from "@writ/compiler";
import type { CompiledPolicy, JsonObject, PolicyRequest } from "@writ/compiler/ir";
import { isObject, kindOf } from "../kind.js";
import type { Asked } from "./answer.js";
import { answerOf } from "./cel-answer.js";
import { celRequest, withNamespace, type CelRequest } from "./cel-request.js";
import type { Engine, EngineOptions, EngineProgram } from "./engine.js";
import type { EngineForm } from "./form.js";
import { openKyvernoCli } from "./kyverno-cli.js";

const forms = [
  { target: "kyverno", kind: "ValidatingPolicy" },
  { target: "kyverno-legacy", kind: "ClusterPolicy" },
] as const;

/** Both of Kyverno's kinds of policy, in its CLI. */
export function openKyvernoForms(program: EngineProgram, options: EngineOptions = {}): readonly EngineForm[] {
  const cli = openKyvernoCli(program, options);
  return forms.map(({ target, kind }): EngineForm => {
    const { product, unsupported } = kubernetesTargets[target];
    const objectOf = (policy: CompiledPolicy) =>
      product(policy, defaultProductOptions("deny")).objects[0] as unknown as JsonObject;
    return {
      name: target,
      engine: `Kyverno CLI ${cli.version}, ${kind}`,
      isSlow: true,
      refusal: (policy) => unsupported(policy)?.what,
      judge: (policy, requests) => judge(cli, objectOf(policy), policy, requests),
      close: cli.close,
    };
  });
}

async function judge(
  cli: Engine,
  policy: JsonObject,
  compiled: CompiledPolicy,
  requests: readonly PolicyRequest[],
): Promise<readonly Asked[]> {
  const taken = new Set<string>();
  const asked = requests.map((request) => askable(request, compiled, taken));
  const admissions = asked.flatMap((one) => ("reason" in one ? [] : [one.admission]));
  const verdicts = [...(await cli.judge(policy, admissions))];
  return asked.map((one, index): Asked => {
    if ("reason" in one)
      return { request: requests[index] as PolicyRequest, answer: { kind: "not asked", reason: one.reason } };
    return { request: one.request, answer: answerOf(verdicts.shift()) };
  });
}

/** Namespaces that the products leave out, since Kyverno must be able to run. */
const leftOut = ["kube-system", "kyverno"];

/**
 * The request as the CLI can take it: every object has a namespace, where its kind has one, and a name that no other object of the call
 * has; the old object of an update is the object.
 */
function askable(request: PolicyRequest, policy: CompiledPolicy, taken: Set<string>): CelRequest {
  const { object, oldObject, operation, namespace } = request;
  const metadata = object["metadata"] ?? {};
  if (!isObject(metadata)) return { reason: "metadata that is no object" };
  const { labels = {}, annotations = {}, name = "", namespace: own = "" } = metadata;
  if (typeof name !== "string" || typeof own !== "string") return { reason: "a name or a namespace that is no text" };
  if (![labels, annotations].every(isTexts)) return { reason: "labels or annotations that are no texts" };
  if (operation === "UPDATE" && oldObject !== undefined && !isDeepStrictEqual(object, oldObject))
    return { reason: "an update of an object that was different" };
  const where = own || (namespace?.name ?? "default");
  if (leftOut.includes(where)) return { reason: `the namespace ${where}, which the products leave out` };
  const isNamespaced = kindOf(object, policy.kinds)?.namespaced === true;
  const unique = uniqueName(name, JSON.stringify([object["apiVersion"], object["kind"], where]), taken);
  const named: JsonObject = { ...object, metadata: { ...metadata, name: unique } };
  const whole = isNamespaced ? { ...request, namespace: { name: where } } : withoutNamespace(request);
  const filled = withNamespace({ ...whole, object: named });
  return celRequest(operation === "UPDATE" ? { ...filled, oldObject: filled.object } : filled, policy);
}

function isTexts(value: unknown): boolean {
  return value === null || (isObject(value) && Object.values(value).every((each) => typeof each === "string"));
}

function withoutNamespace({ object, operation }: PolicyRequest): PolicyRequest {
  return { object, operation };
}

function uniqueName(name: string, where: string, taken: Set<string>): string {
  let free = name === "" ? "unnamed" : name;
  for (let count = 2; taken.has(`${where}/${free}`); count += 1) free = `${name || "unnamed"}-${String(count)}`;
  taken.add(`${where}/${free}`);
  return free;
}

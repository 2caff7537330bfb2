import { defaultProductOptions, kubernetesTargets } from "@writ/compiler";
import { shapeGuard, type CompiledPolicy, type JsonObject, type PolicyRequest } from "@writ/compiler/ir";
import { apiVersionOf } from "@writ/sdk";
import { kindFacts } from "@writ/sdk/fields";
import type { Answer, Asked } from "./answer.js";
import { openValidator, type ValidatorLine } from "./apiserver-validator.js";
import { answerOf } from "./cel-answer.js";
import { celRequest, withNamespace } from "./cel-request.js";
import { asDecoded } from "./decoded.js";
import type { EngineOptions, EngineProgram } from "./engine.js";
import type { EngineForm } from "./form.js";

const enforced = defaultProductOptions("deny");

/** A form in the API server's own validator. */
interface ValidatorForm {
  readonly name: string;
  /** Whether objects go to CEL as they are written, whatever the match constraints say. */
  readonly raw: boolean;
  readonly policy: (policy: CompiledPolicy) => JsonObject;
  readonly refusal: (policy: CompiledPolicy) => string | undefined;
  readonly ask: (request: PolicyRequest) => PolicyRequest;
  /** What expressions see of a request that was decoded. */
  readonly understood: (policy: CompiledPolicy) => Understanding;
}

/** The request whose meaning an answer must have, or why it has none. */
type Understanding = (request: PolicyRequest) => { readonly request: PolicyRequest } | { readonly reason: string };

/** The product as a cluster has it: objects of built-in kinds go through their Go types, and the match constraints hold. */
const decoded: ValidatorForm = {
  name: "vap",
  raw: false,
  policy: (policy) => kubernetesTargets.vap.product(policy, enforced).objects[0] as unknown as JsonObject,
  refusal: (policy) => kubernetesTargets.vap.unsupported(policy)?.what,
  ask: withNamespace,
  understood: asDecodedOf,
};

/** The guarded expressions that Kyverno gets, on objects that nothing has decoded: whatever the shape, there is a verdict. */
const guarded: ValidatorForm = {
  name: "cel",
  raw: true,
  policy: (policy) =>
    admissionPolicyOf(kubernetesTargets.kyverno.product(policy, enforced).objects[0] as unknown as JsonObject),
  refusal: (policy) => kubernetesTargets.kyverno.unsupported(policy)?.what,
  ask: (request) => request,
  understood: () => (request) => ({ request }),
};

/** Both forms in the validator of one minor. */
export function openValidatorForms(
  line: ValidatorLine,
  program: EngineProgram,
  options: EngineOptions = {},
): readonly EngineForm[] {
  return [decoded, guarded].map((form) => openForm(line, form, program, options));
}

function openForm(
  line: ValidatorLine,
  form: ValidatorForm,
  program: EngineProgram,
  options: EngineOptions,
): EngineForm {
  const { raw } = form;
  const validator = openValidator(line, program, { ...options, raw, unmatched: raw });
  return {
    name: `${form.name}-${line}`,
    engine: `Kubernetes API server ${validator.version}, ${raw ? "guarded expressions on objects as written" : "ValidatingAdmissionPolicy on decoded objects"}`,
    isSlow: false,
    refusal: form.refusal,
    judge: async (policy, requests) => {
      const asked = requests.map((request) => celRequest(form.ask(request), policy));
      const admissions = asked.flatMap((one) => ("reason" in one ? [] : [one.admission]));
      const verdicts = [...(await validator.judge(form.policy(policy), admissions))];
      const understood = form.understood(policy);
      return asked.map((one, index): Asked => {
        if ("reason" in one)
          return { request: requests[index] as PolicyRequest, answer: { kind: "not asked", reason: one.reason } };
        const answer = answerOf(verdicts.shift());
        const seen = isEvaluated(answer) ? understood(one.request) : { request: one.request };
        return "reason" in seen
          ? { request: one.request, answer: { kind: "not admissible", reason: seen.reason } }
          : { request: seen.request, answer };
      });
    },
    close: validator.close,
  };
}

/** Whether expressions ran on the object, even if one failed: a policy that does not compile, or does not match, has no excuse. */
function isEvaluated(answer: Answer): boolean {
  return answer.kind === "text" || (answer.kind === "failed" && /^(?:evaluate|message): /.test(answer.message));
}

/**
 * An object without a member that the API requires is judged as its decoder understands it. What has a wrong type even then is dropped or
 * converted by the decoder of this minor, which an interpreter of documents cannot know.
 */
function asDecodedOf(policy: CompiledPolicy): Understanding {
  const guard = shapeGuard(policy.ir.shapes);
  const isBuiltIn = policy.kinds.every((kind) => kindFacts(apiVersionOf(kind), kind.kind) !== undefined);
  return (request) => {
    if (!isBuiltIn || guard(request) === undefined) return { request };
    const understood = asDecoded(policy, request);
    const problem = guard(understood);
    return problem === undefined ? { request: understood } : { reason: `decoded all the same: ${problem.message}` };
  };
}

/** The expressions of a ValidatingPolicy as a ValidatingAdmissionPolicy. */
function admissionPolicyOf({ metadata, spec }: JsonObject): JsonObject {
  const { matchConstraints, variables, validations } = spec as JsonObject;
  const { resourceRules } = matchConstraints as JsonObject;
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: (metadata as unknown as JsonObject)["name"] as string },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: { resourceRules: resourceRules as JsonObject[] },
      variables,
      validations,
    } as JsonObject,
  };
}

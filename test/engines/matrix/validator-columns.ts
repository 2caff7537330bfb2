import { defaultProductOptions, kubernetesTargets, type CompiledPolicy } from "@writ/compiler";
import { shapeGuard, type PolicyRequest } from "@writ/compiler/ir";
import { apiVersionOf } from "@writ/sdk";
import { kindFacts } from "@writ/sdk/fields";
import { openApiserverValidator } from "../src/apiserver-validator.js";
import type { JsonObject } from "../src/engine.js";
import type { Answer, Asked } from "./answer.js";
import { answerOf } from "./cel-answer.js";
import { celRequest, withNamespace } from "./cel-request.js";
import type { Column } from "./column.js";

const enforced = defaultProductOptions("deny");

/** A column on the API server's own validator. */
interface ValidatorForm {
  readonly name: string;
  /** Whether objects go to CEL as they are written, whatever the match constraints say. */
  readonly raw: boolean;
  readonly policy: (policy: CompiledPolicy) => JsonObject;
  readonly refusal: (policy: CompiledPolicy) => string | undefined;
  readonly ask: (request: PolicyRequest) => PolicyRequest;
  /** Why a request is not compared although it was decoded. */
  readonly notAdmissible: (policy: CompiledPolicy) => (request: PolicyRequest) => string | undefined;
}

/** The product as a cluster has it: objects of built-in kinds go through their Go types, and the match constraints hold. */
const decoded: ValidatorForm = {
  name: "vap",
  raw: false,
  policy: (policy) => kubernetesTargets.vap.product(policy, enforced).objects[0] as unknown as JsonObject,
  refusal: (policy) => kubernetesTargets.vap.unsupported(policy)?.what,
  ask: withNamespace,
  notAdmissible: brokenShapes,
};

/** The guarded expressions that Kyverno gets, on objects that nothing has decoded: whatever the shape, there is a verdict. */
const guarded: ValidatorForm = {
  name: "cel",
  raw: true,
  policy: (policy) =>
    admissionPolicyOf(kubernetesTargets.kyverno.product(policy, enforced).objects[0] as unknown as JsonObject),
  refusal: (policy) => kubernetesTargets.kyverno.unsupported(policy)?.what,
  ask: (request) => request,
  notAdmissible: () => () => undefined,
};

/** The columns of one minor. */
export async function openValidatorColumns(line: "new" | "old"): Promise<readonly Column[]> {
  return Promise.all([decoded, guarded].map((form) => openValidatorColumn(line, form)));
}

async function openValidatorColumn(line: "new" | "old", form: ValidatorForm): Promise<Column> {
  const { raw } = form;
  const validator = await openApiserverValidator(line, { raw, unmatched: raw });
  return {
    name: `${form.name}-${line}`,
    engine: `Kubernetes API server ${validator.version}, ${raw ? "guarded expressions on objects as written" : "ValidatingAdmissionPolicy on decoded objects"}`,
    refusal: ({ bench }) => form.refusal(bench.compiled),
    judge: async ({ bench: { compiled } }, requests) => {
      const asked = requests.map((request) => celRequest(form.ask(request), compiled));
      const admissions = asked.flatMap((one) => ("reason" in one ? [] : [one.admission]));
      const verdicts = [...(await validator.judge(form.policy(compiled), admissions))];
      const notAdmissible = form.notAdmissible(compiled);
      return asked.map((one, index): Asked => {
        if ("reason" in one)
          return { request: requests[index] as PolicyRequest, answer: { kind: "not asked", reason: one.reason } };
        const answer = answerOf(verdicts.shift());
        const reason = isEvaluated(answer) ? notAdmissible(one.request) : undefined;
        return { request: one.request, answer: reason === undefined ? answer : { kind: "not admissible", reason } };
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
 * A member that the API requires, or an element that is null: decoding fills in an empty value or null, and the API's validation then
 * refuses the object. The validator here does not run that: it judges, without the shape guard that this host does not need, an object
 * which no cluster lets a policy see.
 */
function brokenShapes(policy: CompiledPolicy): (request: PolicyRequest) => string | undefined {
  const guard = shapeGuard(policy.ir.shapes);
  const isBuiltIn = policy.kinds.every((kind) => kindFacts(apiVersionOf(kind), kind.kind) !== undefined);
  return (request) => {
    const problem = isBuiltIn ? guard(request) : undefined;
    return problem === undefined ? undefined : `required by the API: ${problem.message}`;
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

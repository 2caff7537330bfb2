import type { JsonObject } from "@writ/compiler/ir";
import {
  engineFailure,
  type AdmissionRequest,
  type Engine,
  type EngineOptions,
  type EngineProgram,
  type EngineVerdict,
} from "./engine.js";
import { openJsonLines } from "./json-lines.js";

/** How an object comes to CEL. */
export interface ValidatorOptions extends EngineOptions {
  /** As it is written. Without it a built-in kind goes through its Go type, as in the API server: zero values and unknown fields drop. */
  readonly raw?: boolean;
  /** Evaluates whatever the match constraints say. */
  readonly unmatched?: boolean;
}

/** What CEL's own meter counted, in its units. The budget of all is 10,000,000; message expressions count on objects that pass, too. */
export interface CelCost {
  readonly matchConditions: number;
  readonly validations: number;
  readonly messages: number;
  readonly auditAnnotations: number;
}

/** A verdict with all that the API server's code knows of it. */
export interface ValidatorVerdict extends EngineVerdict {
  /** One for each validation. */
  readonly decisions?: readonly {
    readonly outcome: EngineVerdict["outcome"];
    readonly message?: string;
    readonly reason?: string;
  }[];
  readonly cost?: CelCost;
  /** Of one evaluation, without decoding and matching. */
  readonly nanoseconds?: number;
}

/** An expression that does not compile in a new policy, with its place. */
export interface CompileError {
  readonly field: string;
  readonly message: string;
}

/** The API server's own evaluation of ValidatingAdmissionPolicies, at one minor, without an API server. */
export interface ApiserverValidator extends Engine {
  readonly judge: (policy: JsonObject, requests: readonly AdmissionRequest[]) => Promise<readonly ValidatorVerdict[]>;
  /** Evaluates each request `repeat` times more, in five rounds, and gives the mean time of the fastest. */
  readonly measure: (
    policy: JsonObject,
    requests: readonly AdmissionRequest[],
    repeat: number,
  ) => Promise<readonly ValidatorVerdict[]>;
  /** Why a cluster of this minor would refuse the policy; empty when it takes it. */
  readonly compile: (policy: JsonObject) => Promise<readonly CompileError[]>;
}

/** The lines of Kubernetes that there is a validator of: the newest minor, and the oldest that writ supports. */
export type ValidatorLine = "new" | "old";

/** Starts a validator. */
export function openValidator(
  line: ValidatorLine,
  { file, version }: EngineProgram,
  { raw = false, unmatched = false, ...options }: ValidatorOptions = {},
): ApiserverValidator {
  const program = openJsonLines(file, [], options);

  const judge = async (
    policy: JsonObject,
    requests: readonly AdmissionRequest[],
    repeat: number,
  ): Promise<readonly ValidatorVerdict[]> => {
    if (requests.length === 0) return [];
    try {
      const lines = requests.map((request) => ({ ...wireRequest(request), raw, unmatched, repeat }));
      const [, ...answers] = await program.ask([{ policy }, ...lines]);
      return answers.map(verdictOf);
    } catch (error) {
      return requests.map(() => engineFailure((error as Error).message));
    }
  };
  return {
    name: `apiserver-${line}`,
    version,
    judge: (policy, requests) => judge(policy, requests, 0),
    measure: judge,
    compile: async (policy) => {
      const [answer] = await program.ask([{ policy }]);
      return (answer as { readonly errors: readonly CompileError[] }).errors;
    },
    close: program.close,
  };
}

/** What a program answered; anything but a verdict is none. */
function verdictOf(answer: unknown): ValidatorVerdict {
  const outcome: unknown = typeof answer === "object" && answer !== null && "outcome" in answer && answer.outcome;
  if (outcome === "allow" || outcome === "deny" || outcome === "error") return answer as ValidatorVerdict;
  return engineFailure(`it answered ${JSON.stringify(answer).slice(0, 200)}, which is no verdict`);
}

function wireRequest({ namespace, ...request }: AdmissionRequest): JsonObject {
  if (namespace === undefined) return request;
  const metadata = { name: namespace.name, labels: namespace.labels ?? {} };
  return { ...request, namespace: namespace.name, namespaceObject: { metadata } };
}

import { builtProgram, type BuildOptions } from "./build/build.js";
import { engineFailure, type AdmissionRequest, type Engine, type EngineVerdict, type JsonObject } from "./engine.js";
import { openJsonLines } from "./json-lines.js";

/** How an object comes to CEL. */
export interface ValidatorOptions extends BuildOptions {
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

/** Opens the newest minor, or the oldest that writ supports. Throws when the program cannot be built. */
export async function openApiserverValidator(
  line: "new" | "old",
  options: ValidatorOptions = {},
): Promise<ApiserverValidator> {
  const { file, version } = await builtProgram(`apiserver-${line}`, options);
  const { raw = false, unmatched = false } = options;
  const program = openJsonLines(file);

  const judge = async (
    policy: JsonObject,
    requests: readonly AdmissionRequest[],
    repeat: number,
  ): Promise<readonly ValidatorVerdict[]> => {
    if (requests.length === 0) return [];
    try {
      const lines = requests.map((request) => ({ ...wireRequest(request), raw, unmatched, repeat }));
      const [, ...answers] = await program.ask([{ policy }, ...lines]);
      return answers as readonly ValidatorVerdict[];
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

function wireRequest({ namespace, ...request }: AdmissionRequest): JsonObject {
  if (namespace === undefined) return request;
  const metadata = { name: namespace.name, labels: namespace.labels ?? {} };
  return { ...request, namespace: namespace.name, namespaceObject: { metadata } };
}

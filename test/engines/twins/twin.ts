import type { JsonObject } from "@writ/compiler/ir";

/** A policy of the library as somebody who knows CEL and Rego well would have written it by hand. */
export interface Twin {
  /** For objects that the API server has decoded: declared types hold, and nobody has to ask. */
  readonly decoded: (params: JsonObject) => CelTwin;
  /** For objects that nobody has decoded, where a wrong type must be a denial and not an error. */
  readonly guarded: (params: JsonObject) => CelTwin;
  /** A module of package `twin` whose `deny` is the set of messages; its input is the request. */
  readonly rego: (params: JsonObject) => string;
}

/** What stands in a ValidatingAdmissionPolicy. */
export interface CelTwin {
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly expression: string;
  readonly messageExpression: string;
}

export const variable = (name: string, expression: string): CelTwin["variables"][number] => ({ name, expression });

/** The twin as an object that the API server's code takes. */
export function twinPolicy(id: string, { variables, expression, messageExpression }: CelTwin): JsonObject {
  const resourceRules = [
    { apiGroups: ["*"], apiVersions: ["*"], operations: ["CREATE", "UPDATE"], resources: ["*"] },
  ] as const;
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: id },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: { resourceRules },
      variables: variables.map(({ name, expression: text }) => ({ name, expression: text })),
      validations: [{ expression, messageExpression }],
    },
  };
}

/** A list of texts as CEL and Rego write it. */
export function textList(params: JsonObject, name: string): string {
  return JSON.stringify(params[name]);
}

import { beingDeleted, decodedPodSpec, guardedBeingDeleted, guardedPodSpec, regoPods } from "../prelude.js";
import { type Twin, variable } from "../twin.js";

const texts = {
  hostNetwork: "the Pod must not use the node's network (hostNetwork)",
  hostPID: "the Pod must not see the node's processes (hostPID)",
  hostIPC: "the Pod must not use the node's shared memory (hostIPC)",
} as const;
const fields = Object.entries(texts);

const problems = fields
  .map(([field, text]) => `(variables.podSpec.?${field}.orValue(false) == true ? ["${text}"] : [])`)
  .join(" + ");
const isBoolean = (field: string): string =>
  `(variables.podSpec.?${field}.orValue(null) == null || type(variables.podSpec.${field}) == bool)`;

export const noHostNamespaces: Twin = {
  decoded: () => ({
    variables: [decodedPodSpec, variable("problems", problems)],
    expression: `${beingDeleted} || size(variables.problems) == 0`,
    messageExpression: "variables.problems.join('; ')",
  }),
  guarded: () => ({
    variables: [
      ...guardedPodSpec,
      variable(
        "wellFormed",
        ["type(variables.podSpec) == map", ...fields.map(([field]) => isBoolean(field))].join(" && "),
      ),
      variable("problems", problems),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.problems) == 0`,
    messageExpression:
      "variables.wellFormed ? variables.problems.join('; ') : 'spec must be an object, and hostNetwork, hostPID and hostIPC booleans'",
  }),
  rego: () => `${regoPods}
texts := ${JSON.stringify(texts)}

malformed contains concat("", [field, " must be a boolean"]) if {
	some field, _ in texts
	value := spec[field]
	value != null
	not is_boolean(value)
}

deny contains message if {
	not being_deleted
	some message in malformed
}

deny contains message if {
	not being_deleted
	count(malformed) == 0
	some field, message in texts
	spec[field] == true
}
`,
};

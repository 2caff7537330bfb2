import type { JsonObject } from "@writ/compiler/ir";
import { beingDeleted, guardedBeingDeleted } from "../prelude.js";
import { textList, type Twin, variable } from "../twin.js";

const owned = "['ConfigMap/kube-root-ca.crt', 'Service/kubernetes', 'ServiceAccount/default']";
const message =
  "object.kind + ' ' + (variables.generateName != '' ? variables.generateName : variables.name != '' ? variables.name : 'without a name') + ' must not be in namespace ' + variables.namespace";
const allowedOf = (params: JsonObject): string =>
  `!(variables.namespace in ${textList(params, "namespaces")}) || (object.kind + '/' + variables.name) in ${owned}`;
const optionalText = (field: string): string =>
  `(object.metadata.?${field}.orValue(null) == null || type(object.metadata.${field}) == string)`;
const textOr = (field: string, otherwise: string): string =>
  `object.metadata.?${field}.orValue(null) == null || object.metadata.${field} == '' ? '${otherwise}' : object.metadata.${field}`;

export const noDefaultNamespace: Twin = {
  decoded: (params) => ({
    variables: [
      variable("name", "object.metadata.?name.orValue('')"),
      variable("generateName", "object.metadata.?generateName.orValue('')"),
      variable("namespace", "object.metadata.?namespace.orValue('default')"),
    ],
    expression: `${beingDeleted} || ${allowedOf(params)}`,
    messageExpression: message,
  }),
  guarded: (params) => ({
    variables: [
      variable(
        "wellFormed",
        `type(object.?metadata.orValue(null)) == map && ${["name", "generateName", "namespace"].map(optionalText).join(" && ")}`,
      ),
      variable("name", textOr("name", "")),
      variable("generateName", textOr("generateName", "")),
      variable("namespace", textOr("namespace", "default")),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && (${allowedOf(params)})`,
    messageExpression: `variables.wellFormed ? ${message} : 'metadata must be an object, and name, generateName and namespace strings'`,
  }),
  rego: (params) => `package twin

being_deleted if input.object.metadata.deletionTimestamp != null

owned := {"ConfigMap/kube-root-ca.crt", "Service/kubernetes", "ServiceAccount/default"}

namespaces := {name | some name in ${textList(params, "namespaces")}}

malformed contains "metadata must be an object" if not is_object(object.get(input.object, "metadata", null))

malformed contains concat("", ["metadata.", field, " must be a string"]) if {
	some field in ["name", "generateName", "namespace"]
	value := input.object.metadata[field]
	value != null
	not is_string(value)
}

text(field) := value if {
	value := input.object.metadata[field]
	value != null
	value != ""
}

default namespace := "default"

namespace := text("namespace")

default name := ""

name := text("name")

default shown := "without a name"

shown := text("generateName")

shown := text("name") if not text("generateName")

deny contains message if {
	not being_deleted
	some message in malformed
}

deny contains message if {
	not being_deleted
	count(malformed) == 0
	namespace in namespaces
	not concat("/", [input.object.kind, name]) in owned
	message := concat("", [input.object.kind, " ", shown, " must not be in namespace ", namespace])
}
`,
};

import type { JsonObject } from "@writ/compiler/ir";
import { beingDeleted, guardedBeingDeleted } from "../prelude.js";
import { textList, type Twin, variable } from "../twin.js";

const fullName = (namespace: string): string =>
  `(s.kind == 'ServiceAccount' ? s.kind + '/' + ${namespace} + '/' + s.name : s.kind + '/' + s.name)`;
/** Names are looked up; only what has a wildcard is a pattern. */
function isAllowed(params: JsonObject): string {
  const allowed = params["allowedSubjects"] as readonly string[];
  const names = JSON.stringify(allowed.filter((one) => !one.includes("*")));
  const patterns = allowed.filter((one) => one.includes("*"));
  const matches = patterns.map((one) => `n.matches("^${one.replaceAll(".", "[.]").replaceAll("*", ".*")}$")`);
  return [`n in ${names}`, ...matches].join(" || ");
}
const badOf = (params: JsonObject, namespace: string): string =>
  "object.roleRef.kind == 'ClusterRole' && object.roleRef.name == 'cluster-admin' ? " +
  `variables.subjects.map(s, ${fullName(namespace)}).filter(n, !(${isAllowed(params)})) : []`;
const messageOf = (name: string): string =>
  `variables.bad.map(n, object.kind + ' ' + ${name} + ' must not bind cluster-admin to ' + n).join('; ')`;
const guardedName =
  "(object.metadata.?generateName.orValue('') != '' && object.metadata.generateName != null ? object.metadata.generateName : " +
  "object.metadata.?name.orValue(null) == null ? '' : object.metadata.name)";
const isText = (of: string): string => `type(${of}.orValue(null)) == string`;
const wellFormed =
  "type(object.?metadata.orValue(null)) == map && " +
  "(object.metadata.?name.orValue(null) == null || type(object.metadata.name) == string) && " +
  "(object.metadata.?generateName.orValue(null) == null || type(object.metadata.generateName) == string) && " +
  `type(object.?roleRef.orValue(null)) == map && ${isText("object.roleRef.?kind")} && ${isText("object.roleRef.?name")} && ` +
  "(object.?subjects.orValue(null) == null || type(object.subjects) == list && " +
  `object.subjects.all(s, type(s) == map && ${isText("s.?kind")} && ${isText("s.?name")} && ` +
  "(s.?namespace.orValue(null) == null || type(s.namespace) == string)))";

export const noClusterAdminBinding: Twin = {
  decoded: (params) => ({
    variables: [
      variable("subjects", "object.?subjects.orValue([])"),
      variable("bad", badOf(params, "s.?namespace.orValue('')")),
    ],
    expression: `${beingDeleted} || size(variables.bad) == 0`,
    messageExpression: messageOf("object.metadata.?generateName.orValue(object.metadata.?name.orValue(''))"),
  }),
  guarded: (params) => ({
    variables: [
      variable("wellFormed", wellFormed),
      variable("subjects", "object.?subjects.orValue(null) == null ? [] : object.subjects"),
      variable("bad", badOf(params, "(s.?namespace.orValue(null) == null ? '' : s.namespace)")),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.bad) == 0`,
    messageExpression: `variables.wellFormed ? ${messageOf(guardedName)} : 'roleRef must be an object, and subjects a list of objects with kind and name'`,
  }),
  rego: (params) => `package twin

being_deleted if input.object.metadata.deletionTimestamp != null

allowed := ${textList(params, "allowedSubjects")}

default name := ""

name := generated_name if generated_name != ""

name := input.object.metadata.name if {
	generated_name == ""
	input.object.metadata.name != null
}

default generated_name := ""

generated_name := input.object.metadata.generateName if input.object.metadata.generateName != null

malformed contains "metadata must be an object" if not is_object(object.get(input.object, "metadata", null))

malformed contains "metadata.name must be a string" if not is_string(name)

role_ref := object.get(input.object, "roleRef", null)

has_text(of, field) if is_string(of[field])

malformed contains "roleRef must be an object with kind and name" if {
	not has_text(role_ref, "kind")
}

malformed contains "roleRef must be an object with kind and name" if {
	not has_text(role_ref, "name")
}

malformed contains "subjects must be a list" if {
	input.object.subjects != null
	not is_array(input.object.subjects)
}

malformed contains concat("", ["a subject must be an object with ", field]) if {
	some subject in input.object.subjects
	some field in ["kind", "name"]
	not has_text(subject, field)
}

malformed contains "a subject's namespace must be a string" if {
	some subject in input.object.subjects
	subject.namespace != null
	not is_string(subject.namespace)
}

full_name(subject) := concat("/", [subject.kind, subject.name]) if subject.kind != "ServiceAccount"

full_name(subject) := concat("/", [subject.kind, namespace_of(subject), subject.name]) if {
	subject.kind == "ServiceAccount"
}

namespace_of(subject) := subject.namespace if is_string(subject.namespace)

namespace_of(subject) := "" if not has_text(subject, "namespace")

is_allowed(subject) if {
	some pattern in allowed
	glob.match(pattern, null, subject)
}

deny contains message if {
	not being_deleted
	some message in malformed
}

deny contains message if {
	not being_deleted
	count(malformed) == 0
	input.object.roleRef.kind == "ClusterRole"
	input.object.roleRef.name == "cluster-admin"
	some subject in input.object.subjects
	bound := full_name(subject)
	not is_allowed(bound)
	message := concat("", [input.object.kind, " ", name, " must not bind cluster-admin to ", bound])
}
`,
};

import type { JsonObject } from "@writ/compiler/ir";
import { beingDeleted, guardedBeingDeleted } from "../prelude.js";
import { type CelTwin, textList, type Twin, variable } from "../twin.js";

const builtIn = [
  "cluster-admin",
  "system:kube-controller-manager",
  "system:kubelet-api-admin",
  "system:controller:disruption-controller",
  "system:controller:generic-garbage-collector",
  "system:controller:horizontal-pod-autoscaler",
  "system:controller:namespace-controller",
  "system:controller:resourcequota-controller",
  "system:controller:storage-version-migrator-controller",
];
const exempt = (params: JsonObject): CelTwin["variables"][number] => {
  const roles = params["allowedRoles"] as readonly string[];
  const matches = roles.map((one) => `variables.name.matches("^${one.replaceAll(".", "[.]").replaceAll("*", ".*")}$")`);
  const isBuiltIn = `object.kind == 'ClusterRole' && variables.name in ${JSON.stringify(builtIn)}`;
  return variable("exempt", `!variables.generated && (${[isBuiltIn, ...matches].join(" || ")})`);
};
const wide = (item: string): string => `${item} == '*' || ${item}.startsWith('*/')`;
const url = (item: string): string => `${item} == '*' || ${item} == '/*'`;
const grants = "object.kind + ' ' + variables.name + ' must not grant every ";
const problemsOf = (list: (name: string) => string): string =>
  "variables.exempt ? [] : " +
  `variables.rules.filter(r, '*' in r.verbs).map(r, ${grants}verb') + ` +
  `variables.rules.filter(r, '*' in ${list("apiGroups")}).map(r, ${grants}API group') + ` +
  `variables.rules.filter(r, ${list("resources")}.exists(n, ${wide("n")})).map(r, ${grants}resource (' + r.resources.filter(n, ${wide("n")})[0] + ')') + ` +
  `variables.rules.filter(r, ${list("nonResourceURLs")}.exists(u, ${url("u")})).map(r, ${grants}URL (' + r.nonResourceURLs.filter(u, ${url("u")})[0] + ')')`;
const isOptionalTextList = (name: string): string =>
  `(r.?${name}.orValue(null) == null || type(r.${name}) == list && r.${name}.all(t, type(t) == string))`;
const wellFormed =
  "type(object.?metadata.orValue(null)) == map && " +
  "(object.metadata.?name.orValue(null) == null || type(object.metadata.name) == string) && " +
  "(object.metadata.?generateName.orValue(null) == null || type(object.metadata.generateName) == string) && " +
  "(object.?rules.orValue(null) == null || type(object.rules) == list && object.rules.all(r, type(r) == map && " +
  "type(r.?verbs.orValue(null)) == list && r.verbs.all(t, type(t) == string) && " +
  `${["apiGroups", "resources", "nonResourceURLs"].map(isOptionalTextList).join(" && ")}))`;

export const noWildcardRbac: Twin = {
  decoded: (params) => ({
    variables: [
      variable("generated", "has(object.metadata.generateName)"),
      variable("name", "object.metadata.?generateName.orValue(object.metadata.?name.orValue(''))"),
      exempt(params),
      // The API server writes null for a role without rules.
      variable("rules", "object.?rules.orValue(null) == null ? [] : object.rules"),
      variable(
        "problems",
        problemsOf((list) => `r.?${list}.orValue([])`),
      ),
    ],
    expression: `${beingDeleted} || size(variables.problems) == 0`,
    messageExpression: "variables.problems.join('; ')",
  }),
  guarded: (params) => ({
    variables: [
      variable("wellFormed", wellFormed),
      variable(
        "generated",
        "object.metadata.?generateName.orValue(null) != null && object.metadata.generateName != ''",
      ),
      variable(
        "name",
        "variables.generated ? object.metadata.generateName : object.metadata.?name.orValue(null) == null ? '' : object.metadata.name",
      ),
      exempt(params),
      variable("rules", "object.?rules.orValue(null) == null ? [] : object.rules"),
      variable(
        "problems",
        problemsOf((list) => `(r.?${list}.orValue(null) == null ? [] : r.${list})`),
      ),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.problems) == 0`,
    messageExpression:
      "variables.wellFormed ? variables.problems.join('; ') : 'rules must be a list of objects with verbs, and what they list strings'",
  }),
  rego: (params) => `package twin

being_deleted if input.object.metadata.deletionTimestamp != null

built_in := {name | some name in ${JSON.stringify(builtIn)}}

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

malformed contains "rules must be a list" if {
	input.object.rules != null
	not is_array(input.object.rules)
}

malformed contains "a rule must list its verbs" if {
	some rule in input.object.rules
	not is_text_list(object.get(rule, "verbs", null))
}

malformed contains concat("", [list, " must be a list of strings"]) if {
	some rule in input.object.rules
	some list in ["apiGroups", "resources", "nonResourceURLs"]
	rule[list] != null
	not is_text_list(rule[list])
}

is_text_list(value) if {
	is_array(value)
	every element in value {
		is_string(element)
	}
}

exempt if {
	generated_name == ""
	input.object.kind == "ClusterRole"
	name in built_in
}

exempt if {
	generated_name == ""
	some allowed in ${textList(params, "allowedRoles")}
	glob.match(allowed, null, name)
}

applies if {
	not being_deleted
	count(malformed) == 0
	not exempt
}

deny contains message if {
	not being_deleted
	some message in malformed
}

granted(rest) := concat("", [input.object.kind, " ", name, " must not grant every ", rest])

deny contains granted("verb") if {
	applies
	some rule in input.object.rules
	"*" in rule.verbs
}

deny contains granted("API group") if {
	applies
	some rule in input.object.rules
	"*" in rule.apiGroups
}

deny contains granted(concat("", ["resource (", wide[0], ")"])) if {
	applies
	some rule in input.object.rules
	wide := [resource | some resource in rule.resources; is_wide(resource)]
	count(wide) > 0
}

is_wide("*")

is_wide(resource) if startswith(resource, "*/")

deny contains granted(concat("", ["URL (", urls[0], ")"])) if {
	applies
	some rule in input.object.rules
	urls := [url | some url in rule.nonResourceURLs; url in {"*", "/*"}]
	count(urls) > 0
}
`,
};

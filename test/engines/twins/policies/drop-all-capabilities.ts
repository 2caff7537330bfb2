import type { JsonObject } from "@writ/compiler/ir";
import {
  beingDeleted,
  decodedContainers,
  decodedPodSpec,
  guardedBeingDeleted,
  guardedContainers,
  guardedPodSpec,
  regoContainers,
  regoPods,
  wellFormedContainers,
} from "../prelude.js";
import { textList, type Twin, variable } from "../twin.js";

const isWindows = "variables.podSpec.?os.?name.orValue('') == 'windows'";
const messageOf = (params: JsonObject): string =>
  "(variables.kept.map(c, 'container ' + c.name + ' must drop ALL capabilities') + variables.widened.map(c, " +
  `c.securityContext.capabilities.add.filter(a, !(a in ${textList(params, "allowedCapabilities")})).map(a, 'container ' + c.name + ' must not add capability ' + a).join('; '))).join('; ')`;
const hasOs =
  "(variables.podSpec.?os.orValue(null) == null || " +
  "type(variables.podSpec.os) == map && type(variables.podSpec.os.?name.orValue(null)) == string)";
const isTextList = (name: string): string => {
  const at = `c.securityContext.capabilities.${name}`;
  return `(c.securityContext.capabilities.?${name}.orValue(null) == null || type(${at}) == list && ${at}.all(t, type(t) == string))`;
};
const hasCapabilities =
  "(c.?securityContext.orValue(null) == null || type(c.securityContext) == map && " +
  "(c.securityContext.?capabilities.orValue(null) == null || type(c.securityContext.capabilities) == map && " +
  `${isTextList("drop")} && ${isTextList("add")}))`;

export const dropAllCapabilities: Twin = {
  decoded: (params) => ({
    variables: [
      decodedPodSpec,
      decodedContainers,
      variable(
        "kept",
        `${isWindows} ? [] : variables.containers.filter(c, !('ALL' in c.?securityContext.?capabilities.?drop.orValue([])))`,
      ),
      variable(
        "widened",
        `${isWindows} ? [] : variables.containers.filter(c, c.?securityContext.?capabilities.?add.orValue([]).exists(a, !(a in ${textList(params, "allowedCapabilities")})))`,
      ),
    ],
    expression: `${beingDeleted} || size(variables.kept) == 0 && size(variables.widened) == 0`,
    messageExpression: messageOf(params),
  }),
  guarded: (params) => ({
    variables: [
      ...guardedPodSpec,
      guardedContainers,
      variable("wellFormed", `${wellFormedContainers(hasCapabilities)} && ${hasOs}`),
      variable(
        "kept",
        `${isWindows} ? [] : variables.containers.filter(c, c.?securityContext.?capabilities.?drop.orValue(null) == null || !('ALL' in c.securityContext.capabilities.drop))`,
      ),
      variable(
        "widened",
        `${isWindows} ? [] : variables.containers.filter(c, c.?securityContext.?capabilities.?add.orValue(null) != null && c.securityContext.capabilities.add.exists(a, !(a in ${textList(params, "allowedCapabilities")})))`,
      ),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.kept) == 0 && size(variables.widened) == 0`,
    messageExpression: `variables.wellFormed ? ${messageOf(params)} : 'containers must be lists of objects with a name, and the capabilities that they drop and add lists of strings'`,
  }),
  rego: (params) => `${regoPods}${regoContainers}
allowed := {name | some name in ${textList(params, "allowedCapabilities")}}

malformed contains "os.name must be a string" if {
	spec.os != null
	not has_text(spec.os, "name")
}

malformed contains "securityContext must be an object" if {
	some container in containers
	not is_object(object.get(container, "securityContext", {}))
	container.securityContext != null
}

malformed contains "capabilities must be an object" if {
	some container in containers
	capabilities := container.securityContext.capabilities
	capabilities != null
	not is_object(capabilities)
}

malformed contains concat("", ["capabilities.", list, " must be a list of strings"]) if {
	some container in containers
	some list in ["drop", "add"]
	value := container.securityContext.capabilities[list]
	value != null
	not is_text_list(value)
}

is_text_list(value) if {
	is_array(value)
	every element in value {
		is_string(element)
	}
}

deny contains message if {
	not being_deleted
	some message in malformed
}

applies if {
	not being_deleted
	count(malformed) == 0
	not spec.os.name == "windows"
}

drops_all(container) if "ALL" in container.securityContext.capabilities.drop

deny contains message if {
	applies
	some container in containers
	not drops_all(container)
	message := concat("", ["container ", container.name, " must drop ALL capabilities"])
}

deny contains message if {
	applies
	some container in containers
	some added in container.securityContext.capabilities.add
	not added in allowed
	message := concat("", ["container ", container.name, " must not add capability ", added])
}
`,
};

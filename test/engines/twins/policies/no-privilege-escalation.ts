import {
  absentOr,
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
import { type Twin, variable } from "../twin.js";

const message =
  "variables.bad.map(c, 'container ' + c.name + ' must set allowPrivilegeEscalation to false').join('; ')";
const field = "allowPrivilegeEscalation";
const bad =
  "variables.podSpec.?os.?name.orValue('') == 'windows' ? [] : " +
  `variables.containers.filter(c, c.?securityContext.?${field}.orValue(true) != false)`;
const isBoolean = absentOr("c.securityContext", field, `type(c.securityContext.${field}) == bool`);
const hasContext = absentOr("c", "securityContext", `type(c.securityContext) == map && ${isBoolean}`);
const hasOs =
  "(variables.podSpec.?os.orValue(null) == null || " +
  "type(variables.podSpec.os) == map && type(variables.podSpec.os.?name.orValue(null)) == string)";

export const noPrivilegeEscalation: Twin = {
  decoded: () => ({
    variables: [decodedPodSpec, decodedContainers, variable("bad", bad)],
    expression: `${beingDeleted} || size(variables.bad) == 0`,
    messageExpression: message,
  }),
  guarded: () => ({
    variables: [
      ...guardedPodSpec,
      guardedContainers,
      variable("wellFormed", `${wellFormedContainers(hasContext)} && ${hasOs}`),
      variable("bad", bad),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.bad) == 0`,
    messageExpression: `variables.wellFormed ? ${message} : 'containers must be lists of objects with a name, securityContext.${field} a boolean, and os.name a string'`,
  }),
  rego: () => `${regoPods}${regoContainers}
malformed contains "os.name must be a string" if {
	spec.os != null
	not has_text(spec.os, "name")
}

malformed contains "securityContext must be an object" if {
	some container in containers
	not is_object(object.get(container, "securityContext", {}))
	container.securityContext != null
}

malformed contains "${field} must be a boolean" if {
	some container in containers
	allowed := container.securityContext.${field}
	allowed != null
	not is_boolean(allowed)
}

deny contains message if {
	not being_deleted
	some message in malformed
}

forbidden(container) if container.securityContext.${field} == false

deny contains message if {
	not being_deleted
	count(malformed) == 0
	not spec.os.name == "windows"
	some container in containers
	not forbidden(container)
	message := concat("", ["container ", container.name, " must set ${field} to false"])
}
`,
};

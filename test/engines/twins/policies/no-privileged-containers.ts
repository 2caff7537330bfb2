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

const message = "variables.bad.map(c, 'container ' + c.name + ' must not be privileged').join('; ')";
const bad = "variables.containers.filter(c, c.?securityContext.?privileged.orValue(false) == true)";
const isBoolean = absentOr("c.securityContext", "privileged", "type(c.securityContext.privileged) == bool");
const hasContext = absentOr("c", "securityContext", `type(c.securityContext) == map && ${isBoolean}`);

export const noPrivilegedContainers: Twin = {
  decoded: () => ({
    variables: [decodedPodSpec, decodedContainers, variable("bad", bad)],
    expression: `${beingDeleted} || size(variables.bad) == 0`,
    messageExpression: message,
  }),
  guarded: () => ({
    variables: [
      ...guardedPodSpec,
      guardedContainers,
      variable("wellFormed", wellFormedContainers(hasContext)),
      variable("bad", bad),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.bad) == 0`,
    messageExpression: `variables.wellFormed ? ${message} : 'containers must be lists of objects with a name, and securityContext.privileged a boolean'`,
  }),
  rego: () => `${regoPods}${regoContainers}
malformed contains "securityContext must be an object" if {
	some container in containers
	not is_object(object.get(container, "securityContext", {}))
	container.securityContext != null
}

malformed contains "privileged must be a boolean" if {
	some container in containers
	privileged := container.securityContext.privileged
	privileged != null
	not is_boolean(privileged)
}

deny contains message if {
	not being_deleted
	some message in malformed
}

deny contains message if {
	not being_deleted
	count(malformed) == 0
	some container in containers
	container.securityContext.privileged == true
	message := concat("", ["container ", container.name, " must not be privileged"])
}
`,
};

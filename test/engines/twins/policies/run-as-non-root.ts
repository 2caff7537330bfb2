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

const applies = variable("applies", "variables.podSpec.?os.?name.orValue('') != 'windows'");
const mapped = "variables.podSpec.?hostUsers.orValue(null) == false";
const appliesTo = (userNamespaces: boolean) =>
  userNamespaces ? variable("applies", `${applies.expression} && !(${mapped})`) : applies;

const podRoot = "variables.podSpec.?securityContext.?runAsNonRoot.orValue(null)";
const root = "c.?securityContext.?runAsNonRoot.orValue(null)";
const problems = variable(
  "problems",
  "!variables.applies ? [] : " +
    `(${podRoot} == false ? ['the Pod must not set runAsNonRoot to false'] : []) + ` +
    "(variables.podSpec.?securityContext.?runAsUser.orValue(null) == 0 ? ['the Pod must not run as user 0'] : []) + " +
    `variables.containers.filter(c, ${root} == false).map(c, 'container ' + c.name + ' must not set runAsNonRoot to false') + ` +
    `(${podRoot} != null ? [] : variables.containers.filter(c, ${root} == null).map(c, 'container ' + c.name + ' must set runAsNonRoot to true, or inherit it from the Pod')) + ` +
    "variables.containers.filter(c, c.?securityContext.?runAsUser.orValue(null) == 0).map(c, 'container ' + c.name + ' must not run as user 0')",
);
const contextOf = (of: string): string => {
  const user = `${of}.securityContext.runAsUser`;
  const isUser = `type(${user}) == int && ${user} <= 9007199254740991 && ${user} >= -9007199254740991`;
  return absentOr(
    of,
    "securityContext",
    `type(${of}.securityContext) == map && ` +
      `${absentOr(`${of}.securityContext`, "runAsNonRoot", `type(${of}.securityContext.runAsNonRoot) == bool`)} && ` +
      absentOr(`${of}.securityContext`, "runAsUser", isUser),
  );
};
const hasOs = absentOr(
  "variables.podSpec",
  "os",
  "type(variables.podSpec.os) == map && type(variables.podSpec.os.?name.orValue(null)) == string",
);
const hasHostUsers = absentOr("variables.podSpec", "hostUsers", "type(variables.podSpec.hostUsers) == bool");

export const runAsNonRoot: Twin = {
  decoded: ({ allowUserNamespaces }) => ({
    variables: [decodedPodSpec, decodedContainers, appliesTo(allowUserNamespaces === true), problems],
    expression: `${beingDeleted} || size(variables.problems) == 0`,
    messageExpression: "variables.problems.join('; ')",
  }),
  guarded: ({ allowUserNamespaces }) => ({
    variables: [
      ...guardedPodSpec,
      guardedContainers,
      variable(
        "wellFormed",
        [wellFormedContainers(contextOf("c")), contextOf("variables.podSpec"), hasOs, hasHostUsers].join(" && "),
      ),
      appliesTo(allowUserNamespaces === true),
      problems,
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.problems) == 0`,
    messageExpression:
      "variables.wellFormed ? variables.problems.join('; ') : 'containers must be lists of objects with a name, runAsNonRoot and hostUsers booleans, runAsUser an integer, and os.name a string'",
  }),
  rego: ({ allowUserNamespaces }) => `${regoPods}${regoContainers}
malformed contains "os.name must be a string" if {
	spec.os != null
	not has_text(spec.os, "name")
}

malformed contains "hostUsers must be a boolean" if {
	spec.hostUsers != null
	not is_boolean(spec.hostUsers)
}

contexts contains spec.securityContext

contexts contains container.securityContext if some container in containers

malformed contains "securityContext must be an object" if {
	some context in contexts
	context != null
	not is_object(context)
}

malformed contains "runAsNonRoot must be a boolean" if {
	some context in contexts
	context.runAsNonRoot != null
	not is_boolean(context.runAsNonRoot)
}

malformed contains "runAsUser must be an integer" if {
	some context in contexts
	context.runAsUser != null
	not is_integer(context.runAsUser)
}

is_integer(value) if {
	is_number(value)
	floor(value) == value
}

deny contains message if {
	not being_deleted
	some message in malformed
}

user_namespaces if {
	${allowUserNamespaces === true ? "true" : "false"}
	spec.hostUsers == false
}

applies if {
	not being_deleted
	count(malformed) == 0
	not spec.os.name == "windows"
	not user_namespaces
}

said(of) if of.securityContext.runAsNonRoot != null

deny contains "the Pod must not set runAsNonRoot to false" if {
	applies
	spec.securityContext.runAsNonRoot == false
}

deny contains "the Pod must not run as user 0" if {
	applies
	spec.securityContext.runAsUser == 0
}

deny contains message if {
	applies
	some container in containers
	container.securityContext.runAsNonRoot == false
	message := concat("", ["container ", container.name, " must not set runAsNonRoot to false"])
}

deny contains message if {
	applies
	not said(spec)
	some container in containers
	not said(container)
	message := concat("", ["container ", container.name, " must set runAsNonRoot to true, or inherit it from the Pod"])
}

deny contains message if {
	applies
	some container in containers
	container.securityContext.runAsUser == 0
	message := concat("", ["container ", container.name, " must not run as user 0"])
}
`,
};

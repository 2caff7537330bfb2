import { absentOr, beingDeleted, decodedPodSpec, guardedBeingDeleted, guardedPodSpec, regoPods } from "../prelude.js";
import { textList, type Twin, variable } from "../twin.js";

const socket = String.raw`(?:^|/)(?:docker|dockershim|cri-dockerd|containerd|crio|podman|frakti|rktlet|buildkitd)\.sock/*$`;
const pipe = String.raw`[/\\]pipe[/\\](?:docker_engine|dockershim|cri-dockerd|containerd-containerd|crio)$`;
const holder = String.raw`^/(?:var/?)?$|^(?:/var)?/run(?:/(?:containerd|crio|docker|podman|k0s|k3s|k3s/containerd|user/[0-9]+))?/?$`;
const indirect = String.raw`/\.{0,2}/|/\.{1,2}$`;

const matches = (pattern: string): string => `v.hostPath.path.matches(r"${pattern}")`;
const allowedBy =
  "variables.allowedPaths.exists(a, v.hostPath.path.matches('(?s)^' + a.replace('.', '[.]').replace('*', '.*').replace('?', '.') + '$'))";
// Without allowed paths every host path is bad, whatever it is.
const badOf = (isHostPath: string, anyAllowed: boolean): string =>
  anyAllowed
    ? `variables.volumes.filter(v, ${isHostPath} && (${[socket, pipe, holder, indirect].map(matches).join(" || ")} || !${allowedBy}))`
    : `variables.volumes.filter(v, ${isHostPath})`;
const message =
  "variables.bad.map(v, 'volume ' + v.name + ' must not mount ' + " +
  `(${matches(socket)} || ${matches(pipe)} ? 'the container runtime socket ' + v.hostPath.path : ` +
  `${matches(holder)} ? v.hostPath.path + ', which holds container runtime sockets' : ` +
  "'the host path ' + v.hostPath.path)).join('; ')";
const wellFormed =
  "type(variables.podSpec) == map && (variables.podSpec.?volumes.orValue(null) == null || type(variables.podSpec.volumes) == list && " +
  "variables.podSpec.volumes.all(v, type(v) == map && type(v.?name.orValue(null)) == string && " +
  `${absentOr("v", "hostPath", "type(v.hostPath) == map && type(v.hostPath.?path.orValue(null)) == string")}))`;
const anyAllowed = (params: Parameters<Twin["decoded"]>[0]): boolean => textList(params, "allowedPaths") !== "[]";

export const noHostPath: Twin = {
  decoded: (params) => ({
    variables: [
      decodedPodSpec,
      variable("allowedPaths", textList(params, "allowedPaths")),
      variable("volumes", "variables.podSpec.?volumes.orValue([])"),
      variable("bad", badOf("has(v.hostPath)", anyAllowed(params))),
    ],
    expression: `${beingDeleted} || size(variables.bad) == 0`,
    messageExpression: message,
  }),
  guarded: (params) => ({
    variables: [
      ...guardedPodSpec,
      variable("allowedPaths", textList(params, "allowedPaths")),
      variable("wellFormed", wellFormed),
      variable("volumes", "variables.podSpec.?volumes.orValue(null) == null ? [] : variables.podSpec.volumes"),
      variable("bad", badOf("v.?hostPath.orValue(null) != null", anyAllowed(params))),
    ],
    expression: `${guardedBeingDeleted} || variables.wellFormed && size(variables.bad) == 0`,
    messageExpression: `variables.wellFormed ? ${message} : 'volumes must be a list of objects with a name, and hostPath.path a string'`,
  }),
  rego: (params) => `${regoPods}
malformed contains "volumes must be a list" if {
	spec.volumes != null
	not is_array(spec.volumes)
}

malformed contains "a volume must be an object with a name" if {
	some volume in spec.volumes
	not has_text(volume, "name")
}

malformed contains "hostPath.path must be a string" if {
	some volume in spec.volumes
	volume.hostPath != null
	not has_text(volume.hostPath, "path")
}

deny contains message if {
	not being_deleted
	some message in malformed
}

is_socket(path) if regex.match(\`${socket}\`, path)

is_socket(path) if regex.match(\`${pipe}\`, path)

holds_socket(path) if regex.match(\`${holder}\`, path)

is_allowed(path) if {
	some allowed in ${textList(params, "allowedPaths")}
	glob.match(allowed, null, path)
	not is_socket(path)
	not holds_socket(path)
	not regex.match(\`${indirect}\`, path)
}

described(path) := concat("", ["the container runtime socket ", path]) if is_socket(path)

described(path) := concat("", [path, ", which holds container runtime sockets"]) if {
	not is_socket(path)
	holds_socket(path)
}

described(path) := concat("", ["the host path ", path]) if {
	not is_socket(path)
	not holds_socket(path)
}

deny contains message if {
	not being_deleted
	count(malformed) == 0
	some volume in spec.volumes
	path := volume.hostPath.path
	not is_allowed(path)
	message := concat("", ["volume ", volume.name, " must not mount ", described(path)])
}
`,
};

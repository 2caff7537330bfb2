import { type CelTwin, variable } from "./twin.js";

/** What the hand-written policies on workloads begin with, as one would copy it from the last one. */

export const beingDeleted = "has(object.metadata.deletionTimestamp)";

export const decodedPodSpec = variable(
  "podSpec",
  "object.kind == 'Pod' ? object.spec : object.kind == 'PodTemplate' ? object.template.spec : " +
    "object.kind == 'CronJob' ? object.spec.jobTemplate.spec.template.spec : object.spec.template.spec",
);

export const decodedContainers = variable(
  "containers",
  "variables.podSpec.containers + variables.podSpec.?initContainers.orValue([]) + " +
    "variables.podSpec.?ephemeralContainers.orValue([])",
);

export const guardedBeingDeleted =
  "type(object.?metadata.orValue(null)) == map && object.metadata.?deletionTimestamp.orValue(null) != null";

/** The Pod's spec, or null where something on the way to it is no object. */
export const guardedPodSpec: CelTwin["variables"] = [
  variable("spec", "type(object.?spec.orValue(null)) == map ? object.spec : {}"),
  variable(
    "jobSpec",
    "type(variables.spec.?jobTemplate.orValue(null)) == map && type(variables.spec.jobTemplate.?spec.orValue(null)) == map " +
      "? variables.spec.jobTemplate.spec : {}",
  ),
  variable(
    "template",
    "object.kind == 'Pod' ? object : object.kind == 'PodTemplate' ? object.?template.orValue(null) : " +
      "object.kind == 'CronJob' ? variables.jobSpec.?template.orValue(null) : variables.spec.?template.orValue(null)",
  ),
  variable("podSpec", "type(variables.template) == map ? variables.template.?spec.orValue(null) : null"),
];

const optionalList = (name: string): string =>
  `(variables.podSpec.?${name}.orValue(null) == null ? [] : variables.podSpec.${name})`;

export const guardedContainers = variable(
  "containers",
  `variables.podSpec.containers + ${optionalList("initContainers")} + ${optionalList("ephemeralContainers")}`,
);

const isOptionalList = (name: string): string =>
  `(variables.podSpec.?${name}.orValue(null) == null || type(variables.podSpec.${name}) == list)`;

/** Whether the lists are lists of objects with a name for which `more` holds of `c`. */
export function wellFormedContainers(more: string): string {
  return [
    "type(variables.podSpec) == map",
    "type(variables.podSpec.?containers.orValue(null)) == list",
    isOptionalList("initContainers"),
    isOptionalList("ephemeralContainers"),
    `variables.containers.all(c, type(c) == map && type(c.?name.orValue(null)) == string && ${more})`,
  ].join(" && ");
}

/** `field` of the object `of` is absent or satisfies `test`. */
export function absentOr(of: string, field: string, test: string): string {
  return `(${of}.?${field}.orValue(null) == null || ${test})`;
}

/** The part of a Rego module that every policy on workloads begins with. */
export const regoPods = `package twin

being_deleted if input.object.metadata.deletionTimestamp != null

pod_path := [] if input.object.kind == "Pod"

pod_path := ["template"] if input.object.kind == "PodTemplate"

pod_path := ["spec", "jobTemplate", "spec", "template"] if input.object.kind == "CronJob"

pod_path := ["spec", "template"] if not input.object.kind in {"Pod", "PodTemplate", "CronJob"}

spec := object.get(input.object, array.concat(pod_path, ["spec"]), null)

lists := ["containers", "initContainers", "ephemeralContainers"]

containers contains container if {
	some list in lists
	some container in spec[list]
}

malformed contains "the Pod's spec must be an object" if not is_object(spec)

# \`not is_string(of.field)\` would be undefined where the field is missing.
has_text(of, field) if is_string(of[field])
`;

export const regoContainers = `
malformed contains "containers must be a list" if {
	is_object(spec)
	not is_array(object.get(spec, "containers", null))
}

malformed contains concat("", [list, " must be a list"]) if {
	some list in ["initContainers", "ephemeralContainers"]
	value := spec[list]
	value != null
	not is_array(value)
}

malformed contains "a container must be an object with a name" if {
	some container in containers
	not has_text(container, "name")
}
`;

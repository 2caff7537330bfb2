# The Pod inside a workload, whichever kind carries it. These are rules, so that all policies of an evaluation share them.
package writ.lib.workload

import data.writ.lib.request

# Where the Pod (its metadata and spec) stands in input.object.
default pod_path := ["spec", "template"]

pod_path := [] if input.object.kind == "Pod"

pod_path := ["template"] if input.object.kind == "PodTemplate"

pod_path := ["spec", "jobTemplate", "spec", "template"] if input.object.kind == "CronJob"

# How the text of a place inside the Pod begins: "spec.template.".
pod_text := concat("", [text | some segment in pod_path; text := concat("", [segment, "."])])

# The Pod's spec, or null: an object only if everything on the way to it is one.
default pod_spec := null

pod_spec := object.get(input.object, array.concat(pod_path, ["spec"]), null)

# The places on the way to the Pod that are not objects, as [path, message].
malformed_path contains [path, message] if {
	not is_object(pod_spec)
	some depth, _ in pod_path
	path := array.slice(pod_path, 0, depth + 1)
	not is_object(object.get(input.object, path, null))
	message := concat("", [concat(".", path), " must be an object"])
}

# The same and the Pod's spec, which must be an object too.
malformed_spec contains found if {
	not is_object(pod_spec)
	some found in malformed_path
}

malformed_spec contains [path, message] if {
	not is_object(pod_spec)
	path := array.concat(pod_path, ["spec"])
	message := concat("", [pod_text, "spec must be an object"])
}

# The same and the lists of containers: lists of objects, of which only the first must be there.
malformed_containers contains found if {
	not is_object(pod_spec)
	some found in malformed_spec
}

malformed_containers contains [path, message] if {
	is_object(pod_spec)
	not is_array(object.get(pod_spec, "containers", null))
	path := array.concat(pod_path, ["spec", "containers"])
	message := concat("", [pod_text, "spec.containers must be a list"])
}

malformed_containers contains [path, message] if {
	some name in ["initContainers", "ephemeralContainers"]
	pod_spec[name] != null
	not is_array(pod_spec[name])
	path := array.concat(pod_path, ["spec", name])
	message := concat("", [pod_text, "spec.", name, " must be a list"])
}

malformed_containers contains [path, message] if {
	some located in located_containers
	not is_object(located[2])
	path := array.concat(pod_path, ["spec", located[0], located[1]])
	message := concat("", [list_text(located), "[] must be an object"])
}

# The Pod's metadata and spec: an object, empty when the workload carries none.
default pod := {}

pod := found if {
	found := object.get(input.object, pod_path, {})
	is_object(found)
}

# The elements of containers, initContainers and ephemeralContainers, in this order. What is not a list is left out.
containers := array.concat(
	array.concat(_list("containers"), _list("initContainers")),
	_list("ephemeralContainers"),
)

# The same elements, each as [name of its list, index, element]: only what is reported needs a path.
located_containers := [[name, index, value] |
	some name in ["containers", "initContainers", "ephemeralContainers"]
	list := pod_spec[name]
	is_array(list)
	some index, value in list
]

# How a message names the list of a located container: "spec.template.spec.containers".
list_text(located) := concat("", [pod_text, "spec.", located[0]])

_list(name) := list if {
	list := pod_spec[name]
	is_array(list)
} else := []

# The Pod of the old object, or null: there is one on UPDATE and DELETE only.
default old_pod := null

old_pod := found if {
	is_object(request.old_object)
	found := object.get(request.old_object, pod_path, null)
	is_object(found)
}

default old_containers := null

old_containers := [value |
	some name in ["containers", "initContainers", "ephemeralContainers"]
	list := old_pod.spec[name]
	is_array(list)
	some value in list
] if old_pod != null

old_pod_text := concat("", ["oldObject.", pod_text])

malformed_old_path contains [path, message] if {
	is_object(request.old_object)
	some depth, _ in pod_path
	path := array.slice(pod_path, 0, depth + 1)
	not is_object(object.get(request.old_object, path, null))
	message := concat("", ["oldObject.", concat(".", path), " must be an object"])
}

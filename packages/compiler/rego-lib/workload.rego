# The Pod inside a workload, whichever kind carries it. These are rules, so that all policies of an evaluation share them.
package writ.lib.workload

# Where the Pod (its metadata and spec) stands in input.object.
default pod_path := ["spec", "template"]

pod_path := [] if input.object.kind == "Pod"

pod_path := ["template"] if input.object.kind == "PodTemplate"

pod_path := ["spec", "jobTemplate", "spec", "template"] if input.object.kind == "CronJob"

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

# The same elements, each with its path from the root of the object.
located_containers := [located |
	some name in ["containers", "initContainers", "ephemeralContainers"]
	some index, value in _list(name)
	located := {"path": array.concat(pod_path, ["spec", name, index]), "value": value}
]

_list(name) := list if {
	list := pod.spec[name]
	is_array(list)
} else := []

# The request around the object.
package writ.lib.request

# Offline an object is judged as if it were created.
default operation := "CREATE"

operation := input.operation if is_string(input.operation)

# The object before the request, or null: there is one on UPDATE and DELETE only.
default old_object := null

old_object := input.oldObject if {
	operation in {"UPDATE", "DELETE"}
	is_object(input.oldObject)
}

# The namespace the object lives in, or null for a cluster-scoped object.
default namespace := null

namespace := input.namespace if is_object(input.namespace)

# An object that only waits for its finalizers: judging it would block their removal.
default is_being_deleted := false

is_being_deleted if {
	is_object(input.object.metadata)
	object.get(input.object.metadata, "deletionTimestamp", null) != null
}

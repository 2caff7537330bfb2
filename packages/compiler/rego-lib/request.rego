# The request around the object.
package writ.lib.request

# Offline an object is judged as if it were created.
default operation := "CREATE"

operation := input.operation if is_string(input.operation)

# The object before the request, or null: what an UPDATE replaces, and what a DELETE removes.
default old_object := null

old_object := input.oldObject if {
	operation == "UPDATE"
	is_object(input.oldObject)
}

old_object := input.object if operation == "DELETE"

# The namespace the object lives in, or null for a cluster-scoped object.
default namespace := null

namespace := input.namespace if is_object(input.namespace)

# An object that only waits for its finalizers: judging it would block their removal.
is_being_deleted if input.object.metadata.deletionTimestamp != null

# Most policies judge what is created or updated, and nothing else.
is_out_of_scope if is_being_deleted

is_out_of_scope if not operation in {"CREATE", "UPDATE"}

# Labels of objects.
package writ.lib.labels

# has_all(labels, wanted) says whether the labels have every one of the wanted ones. A null member is an absent one.
has_all(labels, wanted) if {
	is_object(labels)
	is_object(wanted)
	every key, value in wanted {
		_has(labels, key, value)
	}
} else := false

_has(_, _, null)

_has(labels, key, value) if labels[key] == value

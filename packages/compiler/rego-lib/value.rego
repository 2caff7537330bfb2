# Values that may be none: none is null here, and every function has a value for every argument.
package writ.lib.value

# or_else(value, fallback) is the value, or the fallback for null.
or_else(value, _) := value if value != null

or_else(null, fallback) := fallback

# get(value, path) is what stands below an object, or null.
get(value, path) := object.get(value, path, null) if {
	is_object(value)
} else := null

# at(list, index) is an element, or null.
at(list, index) := element if {
	is_array(list)
	element := list[index]
} else := null

# unless_zero(value) is null for the values that the API server drops: false, 0, "", [] and {}.
unless_zero(value) := null if {
	_is_zero(value)
} else := value

_is_zero(value) if value in {false, 0, ""}

_is_zero([])

_is_zero(value) if {
	is_object(value)
	not has_members(value)
}

# has_members(value) holds for an object with a member that is not null.
has_members(value) if {
	is_object(value)
	some member in value
	member != null
}

# text(value) is a string as it is, and an integer in decimal digits.
text(value) := value if {
	is_string(value)
} else := json.marshal(value + 0) if {
	is_number(value)
} else := ""

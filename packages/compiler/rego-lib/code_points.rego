# Text by code points, which are what both of OPA's evaluators count.
package writ.lib.code_points

# length(text) is the number of its code points, or null for anything but text.
length(text) := count(text) if {
	is_string(text)
} else := null

# part(text, start, end) is the text from start up to end, as JavaScript's slice takes positions: a negative one counts from the end,
# one outside is the nearest end, and nothing is left where start is not before end. Null for anything but text and integers.
part(text, start, end) := _between(text, _position(start, size), _position(end, size)) if {
	is_string(text)
	size := count(text)
} else := null

_between(text, first, after) := substring(text, first, after - first) if {
	first < after
} else := ""

_position(at, size) := min([at, size]) if {
	_is_integer(at)
	at >= 0
} else := max([at + size, 0]) if {
	_is_integer(at)
}

_is_integer(at) if {
	is_number(at)
	at == floor(at)
}

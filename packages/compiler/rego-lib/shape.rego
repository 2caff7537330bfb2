# Tests of the shape guard that no builtin says.
package writ.lib.shape

# An integer that every engine holds exactly.
is_integer(value) if {
	is_number(value)
	value == floor(value)
	abs(value) <= 9007199254740991
}

# The same, between a limit and its negation.
is_integer_within(value, limit) if {
	is_integer(value)
	abs(value) <= limit
}

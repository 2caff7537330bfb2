# Wildcards: * is any run of characters, ? is one code point, everything else is itself.
package writ.lib.glob

# matches(value, pattern) is true or false whatever it is given. A pattern of more than 4096 code points matches nothing. At
# most three stars and no question mark, the common form, need no regular expression.
matches(value, pattern) := _matches_parts(value, parts) if {
	_are_readable(value, pattern)
	not contains(pattern, "?")
	parts := split(pattern, "*")
	count(parts) < 5
} else := regex.match(_expression(pattern), value) if {
	_are_readable(value, pattern)
} else := false

_are_readable(value, pattern) if {
	is_string(value)
	is_string(pattern)
	count(pattern) <= 4096
}

default _matches_parts(_, _) := false

_matches_parts(value, [whole]) if value == whole

_matches_parts(value, [head, tail]) if _has_ends(value, head, tail)

_matches_parts(value, [head, part, tail]) if {
	_has_ends(value, head, tail)
	contains(_between(value, head, tail), part)
}

# The first part matches where it stands first: nothing is gained by a later place.
_matches_parts(value, [head, first, second, tail]) if {
	_has_ends(value, head, tail)
	contains(_after(_between(value, head, tail), first), second)
}

_has_ends(value, head, tail) if {
	startswith(value, head)
	endswith(value, tail)
	count(value) >= count(head) + count(tail)
}

_between(value, head, tail) := substring(value, count(head), (count(value) - count(head)) - count(tail))

_after(value, part) := value if {
	part == ""
} else := substring(value, at + count(part), -1) if {
	at := indexof(value, part)
	at >= 0
}

# Everything but the wildcards is quoted with \Q…\E. A backslash is written outside the quotes, because it could end them, and
# so is NUL, where OPA's WASM runtime would end the expression.
_expression(pattern) := concat("", [
	`(?s)^\Q`,
	replace(
		replace(
			replace(
				replace(pattern, `\`, `\E\\\Q`),
				"\u0000", `\E\x00\Q`,
			),
			"*", `\E.*\Q`,
		),
		"?", `\E.\Q`,
	),
	`\E$`,
])

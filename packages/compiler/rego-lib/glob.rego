# Wildcards: * is any run of characters, ? is one code point, everything else is itself.
package writ.lib.glob

# matches(value, pattern) is true or false whatever it is given. A pattern of more than 4096 code points matches nothing. At
# most one star and no question mark, the common form, needs no regular expression.
matches(value, pattern) := _matches_ends(value, split(pattern, "*")) if {
	_are_readable(value, pattern)
	not contains(pattern, "?")
	count(split(pattern, "*")) < 3
} else := regex.match(_expression(pattern), value) if {
	_are_readable(value, pattern)
} else := false

_are_readable(value, pattern) if {
	is_string(value)
	is_string(pattern)
	count(pattern) <= 4096
}

default _matches_ends(_, _) := false

_matches_ends(value, [whole]) if value == whole

_matches_ends(value, [head, tail]) if {
	startswith(value, head)
	endswith(value, tail)
	count(value) >= count(head) + count(tail)
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

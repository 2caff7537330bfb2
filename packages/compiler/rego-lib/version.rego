# Versions. Each becomes a text whose order, character by character, is the order of the versions: numbers are as wide as the
# widest, a word of a pre-release comes after a number, the end of an identifier before each character of one, and a release
# after its pre-releases. No regular expressions: OPA's WASM runtime compiles them anew in every evaluation.
package writ.lib.version

# is_semver(text) says whether a text is a version as semver.org writes it, with numbers of at most 19 digits, in at most 256
# characters.
is_semver(text) if {
	_semver_key(text)
} else := false

# compare_semver(a, b) is -1, 0 or 1 by precedence, or null when one of them is no such version.
compare_semver(a, b) := order if {
	order := _order(_semver_key(a), _semver_key(b))
} else := null

# compare_kubernetes(a, b) is -1, 0 or 1 by the numbers that two versions begin with, or null when one of them has not two of
# them, has one of more than 19 digits, or is longer than 256 characters.
compare_kubernetes(a, b) := order if {
	order := _order(_kubernetes_key(a), _kubernetes_key(b))
} else := null

_order(left, right) := -1 if {
	left < right
} else := 1 if {
	left > right
} else := 0

_semver_key(text) := concat("", [concat("", [_padded(number) | some number in numbers]), _rank(identifiers)]) if {
	_is_short(text)
	parts := split(text, "+")
	_is_build(array.slice(parts, 1, count(parts)))
	core := parts[0]
	plain := split(core, "-")[0]
	numbers := split(plain, ".")
	count(numbers) == 3
	every number in numbers {
		_is_number(number)
	}
	identifiers := _identifiers(substring(core, count(plain), -1))
}

_is_short(text) if {
	is_string(text)
	count(text) <= 256
}

_is_build([])

_is_build([build]) if {
	every part in split(build, ".") {
		_is_word(part)
	}
}

_is_word(text) if {
	text != ""
	trim_left(text, "0123456789-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

_is_number(text) if {
	_is_digits(text)
	count(text) <= 19
	_has_no_leading_zero(text)
}

_is_digits(text) if {
	text != ""
	trim_left(text, "0123456789") == ""
}

_has_no_leading_zero("0")

_has_no_leading_zero(text) if not startswith(text, "0")

# The keys of the identifiers of a pre-release, which stands after a hyphen.
_identifiers("") := []

_identifiers(text) := keys if {
	text != ""
	parts := split(substring(text, 1, -1), ".")
	keys := [key | some part in parts; key := _identifier(part)]
	count(keys) == count(parts)
}

_identifier(text) := concat("", ["0", _padded(text), "!"]) if {
	_is_number(text)
}

_identifier(text) := concat("", ["1", text, "!"]) if {
	not _is_digits(text)
	_is_word(text)
}

_rank([]) := "~"

_rank(keys) := concat("", keys) if keys != []

_padded(digits) := substring(concat("", ["0000000000000000000", digits]), count(digits), -1)

# The zeros at the end go: 1.30 and 1.30.0 are the same, as two decimal fractions would be.
_kubernetes_key(text) := trim_right(concat("", [_padded(number) | some number in numbers]), "0") if {
	_is_short(text)
	begun := trim_prefix(trim_left(text, "\t\n\f\r "), "v")
	rest := trim_left(begun, "0123456789.")
	not contains(rest, "\n")
	run := substring(begun, 0, count(begun) - count(rest))
	numbers := split(trim_right(split(run, "..")[0], "."), ".")
	count(numbers) >= 2
	_has_no_leading_zero(numbers[0])
	every number in numbers {
		_is_digits(number)
		count(trim_left(number, "0")) <= 19
	}
}

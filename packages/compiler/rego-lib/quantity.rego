# Kubernetes quantities, compared exactly as k8s.io/apimachinery does. Only integers are computed with, and none is divided:
# topdown and WASM are exact for integers of any length, and for nothing else. No regular expressions: OPA's WASM runtime
# compiles them anew in every evaluation.
package writ.lib.quantity

# compare(a, b) is -1, 0 or 1, or null when one of them is malformed or out of range: 40 digits before the point, 18 after it,
# an exponent from -40 to 40, 200 characters of text.
compare(a, b) := order if {
	order := _order(_thousandths(a), _thousandths(b))
} else := order if {
	order := _order(billionths(a), billionths(b))
} else := null

# is_valid(quantity) is whether compare reads it; null when it is null.
is_valid(null) := null

is_valid(quantity) := _is_read_at_all(quantity) if quantity != null

_is_read_at_all(quantity) if {
	_thousandths(quantity)
} else if {
	billionths(quantity)
} else := false

_order(left, right) := -1 if {
	left < right
} else := 1 if {
	left > right
} else := 0

# Whole numbers with at most nine digits and a common suffix need none of the care of the others: they meet no limit, and are
# never rounded. Text from "1" on has a digit, and it does not begin with a zero.
_thousandths(quantity) := 0 if {
	quantity == "0"
} else := to_number(digits) * _common_units[suffix] if {
	text := _written(quantity)
	suffix := trim_left(text, "0123456789")
	digits := trim_suffix(text, suffix)
	digits >= "1"
	count(digits) < 10
}

_common_units := {
	"m": 1,
	"": 1000,
	"k": 1000000,
	"M": 1000000000,
	"G": 1000000000000,
	"Ki": 1024000,
	"Mi": 1048576000,
	"Gi": 1073741824000,
}

_written(quantity) := quantity if {
	is_string(quantity)
} else := json.marshal(quantity) if {
	is_number(quantity)
}

# billionths(quantity) is the amount in billionths; undefined where compare gives null.
billionths(quantity) := _signed(text, _magnitude(digits, places, scale[1])) if {
	text := _text(quantity)
	unsigned := _unsigned(text)
	after_integer := trim_left(unsigned, "0123456789")
	after_point := trim_left(after_integer, ".")
	count(after_integer) - count(after_point) < 2
	suffix := trim_left(after_point, "0123456789")
	integer := substring(unsigned, 0, count(unsigned) - count(after_integer))
	decimals := substring(after_point, 0, count(after_point) - count(suffix))
	scale := _scale(suffix)
	_is_read(concat("", [integer, decimals]), scale)
	fraction := trim_right(decimals, "0")
	count(fraction) <= 18
	count(trim_left(integer, "0")) <= 40
	digits := trim_left(concat("", [integer, fraction]), "0")
	places := (scale[0] + 9) - count(fraction)
}

_text(quantity) := text if {
	is_string(quantity)
	count(quantity) <= 200
	text := trim(quantity, _spaces)
	text != ""
}

_text(quantity) := text if {
	is_number(quantity)
	text := json.marshal(quantity)
	count(text) <= 200
}

# What Go's strings.TrimSpace removes and JSON carries unescaped.
_spaces := concat("", [
	" \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005",
	"\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
])

_unsigned(text) := substring(text, 1, -1) if {
	_is_signed(text)
} else := text

_is_signed(text) if startswith(text, "-")

_is_signed(text) if startswith(text, "+")

# A suffix stands for a power of ten times a factor.
_units := {
	"n": [-9, 1],
	"u": [-6, 1],
	"m": [-3, 1],
	"": [0, 1],
	"k": [3, 1],
	"M": [6, 1],
	"G": [9, 1],
	"T": [12, 1],
	"P": [15, 1],
	"E": [18, 1],
	"Ki": [0, 1024],
	"Mi": [0, 1048576],
	"Gi": [0, 1073741824],
	"Ti": [0, 1099511627776],
	"Pi": [0, 1125899906842624],
	"Ei": [0, 1152921504606846976],
}

_scale(suffix) := _units[suffix]

_scale(suffix) := [_negated(startswith(signed, "-"), _natural(trim_left(digits, "0"))), 1] if {
	substring(suffix, 0, 1) in {"e", "E"}
	signed := substring(suffix, 1, -1)
	digits := _unsigned(signed)
	digits != ""
	trim_left(digits, "0123456789") == ""
}

_natural("") := 0

_natural(digits) := number if {
	digits != ""
	count(digits) < 3
	number := to_number(digits)
	number <= 40
}

_negated(true, number) := 0 - number

_negated(false, number) := number

# Without a digit only the API server's short way of reading succeeds (`m` is zero), and it knows no such scale.
_is_read(digits, _) if digits != ""

_is_read("", [shift, factor]) if {
	shift >= -9
	factor <= 1099511627776
}

_magnitude("", _, _) := 0

_magnitude(digits, places, factor) := _capped(factor, exact * factor) if {
	digits != ""
	places >= 0
	exact := to_number(concat("", [digits, substring(_zeros, 0, places)]))
}

# What is finer than a billionth is rounded up. The multiple of the divisor ends in zeros, which are cut off as text.
_magnitude(digits, places, factor) := _capped(factor, _quotient(exact - rest, places) + _carry(rest)) if {
	digits != ""
	places < 0
	exact := to_number(digits) * factor
	rest := exact % to_number(concat("", ["1", substring(_zeros, 0, 0 - places)]))
}

_zeros := "00000000000000000000000000000000000000000000000000000000000000000000"

_quotient(0, _) := 0

_quotient(multiple, places) := to_number(substring(text, 0, count(text) + places)) if {
	multiple > 0
	text := json.marshal(multiple)
}

_carry(0) := 0

_carry(rest) := 1 if rest > 0

# The API server holds a quantity with a binary suffix in 64 bits.
_capped(1, magnitude) := magnitude

_capped(factor, magnitude) := min([magnitude, 9223372036854775807000000000]) if factor > 1

_signed(text, magnitude) := 0 - magnitude if {
	startswith(text, "-")
} else := magnitude

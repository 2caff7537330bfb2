# Encodings of bytes as text.
package writ.lib.encoding

# base64_text(encoded) is the text that it stands for, in the standard alphabet with padding, as encoding/base64 of Go reads it: line
# breaks are skipped, and the last character may have bits too many. Null when it is malformed, when the bytes are not UTF-8, or
# beyond 4096 characters without line breaks. No evaluator meets text that is not UTF-8: WASM could not hold it.
base64_text(encoded) := _decoded(text) if {
	is_string(encoded)
	text := replace(replace(encoded, "\n", ""), "\r", "")
	count(text) <= 4096
	count(text) % 4 == 0
	digits := trim_right(text, "=")
	count(text) - count(digits) < 3
	trim_left(digits, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/") == ""
	_is_utf8(_octets(split(digits, "")))
} else := null

# In WASM nothing is not decoded.
_decoded(text) := "" if {
	text == ""
} else := base64.decode(text)

_octets(digits) := [octet |
	some position, digit in digits
	position % 4 != 3
	octet := _octet(position % 4, _values[digit], _values[digits[position + 1]])
]

# An octet has the last bits of one digit and the first of the next one.
_octet(0, value, next) := (value * 4) + bits.rsh(next, 4)

_octet(1, value, next) := (bits.and(value, 15) * 16) + bits.rsh(next, 2)

_octet(2, value, next) := (bits.and(value, 3) * 64) + next

_values := {digit: value |
	some value, digit in split("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", "")
}

_is_utf8(octets) if {
	every octet in octets {
		octet < 128
	}
} else if {
	_is_sequence(concat("", [_class(octet) | some octet in octets]))
}

# The classes of octets of RFC 3629: a alone; b, c and d follow; e begins a pair, f to h three, i to k four, each with what may
# come second.
_class(octet) := "a" if {
	octet < 128
} else := "b" if {
	octet < 144
} else := "c" if {
	octet < 160
} else := "d" if {
	octet < 192
} else := "x" if {
	octet < 194
} else := "e" if {
	octet < 224
} else := "f" if {
	octet == 224
} else := "h" if {
	octet == 237
} else := "g" if {
	octet < 240
} else := "i" if {
	octet == 240
} else := "j" if {
	octet < 244
} else := "k" if {
	octet == 244
} else := "x"

# From here on p stands for the first two of three, q for the first two of four, and t for any that follows.
_is_sequence(classes) if {
	begun := _all_replaced(classes, ["fd", "gb", "gc", "gd", "hb", "hc"], "p")
	four := _all_replaced(begun, ["ic", "id", "jb", "jc", "jd", "kb"], "q")
	followed := replace(replace(replace(four, "b", "t"), "c", "t"), "d", "t")
	trim_left(replace(replace(replace(followed, "qtt", "a"), "pt", "a"), "et", "a"), "a") == ""
}

_all_replaced(text, [first, second, third, fourth, fifth, sixth], by) := replace(
	replace(
		replace(
			replace(
				replace(
					replace(text, first, by),
					second, by,
				),
				third, by,
			),
			fourth, by,
		),
		fifth, by,
	),
	sixth, by,
)

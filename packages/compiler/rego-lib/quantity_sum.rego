# Sums of Kubernetes quantities in canonical form, as k8s.io/apimachinery adds and writes them. Integers of any length are exact in
# topdown and WASM, but not where they are divided, or added up by the builtin; so amounts are cut into limbs of nine digits.
package writ.lib.quantity_sum

import data.writ.lib.quantity

# added(a, b) is the sum of two, as total gives it.
added(a, b) := total([a, b])

# formatted(quantity) is its canonical form; null beyond what total takes.
formatted(of) := total([of])

# total(quantities) is the sum in the notation of the first that is not zero; null when one is malformed or out of the range of
# quantity.compare, when one or the sum is beyond 9E, and for more than a thousand.
total(quantities) := _canonical(sum_of_all, _notation(quantities, amounts)) if {
	is_array(quantities)
	count(quantities) <= 1000
	amounts := [amount |
		some one in quantities
		amount := quantity.billionths(one)
		_is_in_range(amount)
	]
	count(amounts) == count(quantities)
	sum_of_all := _sum([_limbs(amount) | some amount in amounts])
	_is_in_range(sum_of_all)
} else := null

_is_in_range(amount) if {
	amount <= 9000000000000000000000000000
	amount >= -9000000000000000000000000000
}

_limbs(amount) := [value |
	digits := _digits(amount)
	padded := concat("", [substring("0000000000000000000000000000", 0, 28 - count(digits)), digits])
	some [start, size, base] in [[0, 10, 10000000000], [10, 9, 1000000000], [19, 9, 1000000000]]
	limb := to_number(concat("", ["1", substring(padded, start, size)])) - base
	value := _sign(amount) * limb
]

_sum(limbs) := (((sum([limb[0] | some limb in limbs]) * 1000000000) + sum([limb[1] | some limb in limbs])) * 1000000000) + sum([limb[2] | some limb in limbs])

_sign(amount) := -1 if {
	amount < 0
} else := 1

_digits(amount) := json.marshal(amount) if {
	amount >= 0
} else := json.marshal(0 - amount)

# A number of a manifest is decimal, and so is what has a binary suffix but is less than one.
_notation(quantities, amounts) := "binary" if {
	first := _first_not_zero(amounts)
	_contains(quantities[first], "i")
	abs(amounts[first]) >= 1000000000
} else := "exponent" if {
	text := lower(quantities[_first_not_zero(amounts)])
	substring(split(text, "e")[1], 0, 1) in {"+", "-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
} else := "decimal"

_contains(of, part) if {
	is_string(of)
	contains(of, part)
}

_first_not_zero(amounts) := [position | some position, amount in amounts; amount != 0][0]

_canonical(0, _) := "0"

_canonical(amount, notation) := concat("", [_minus(amount), _written(_digits(amount), notation)]) if amount != 0

_minus(amount) := "-" if {
	amount < 0
} else := ""

_written(digits, notation) := concat("", [_divided(whole, factor), suffix]) if {
	notation == "binary"
	whole := _whole(digits)
	whole >= 1024
	[suffix, factor] := [unit | some unit in _binary_units; whole % unit[1] == 0][0]
} else := concat("", [substring(digits, 0, count(digits) - (3 * thousands)), _suffixes(thousands, notation)]) if {
	zeros := count(digits) - count(trim_right(digits, "0"))
	thousands := max([times | some times in numbers.range(0, 9); 3 * times <= zeros])
}

# WASM keeps eighteen digits of a quotient, which is enough where the divisor is not one.
_divided(whole, 1) := json.marshal(whole)

_divided(whole, factor) := json.marshal(whole / factor) if factor > 1

# Undefined where there is a fraction.
_whole(digits) := to_number(substring(digits, 0, count(digits) - 9)) if {
	count(digits) > 9
	endswith(digits, "000000000")
}

_suffixes(thousands, notation) := _exponent(thousands) if {
	notation == "exponent"
} else := ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"][thousands]

_exponent(3) := ""

_exponent(thousands) := concat("", ["e", json.marshal((3 * thousands) - 9)]) if thousands != 3

_binary_units := [
	["Ei", 1152921504606846976],
	["Pi", 1125899906842624],
	["Ti", 1099511627776],
	["Gi", 1073741824],
	["Mi", 1048576],
	["Ki", 1024],
	["", 1],
]

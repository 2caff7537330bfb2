# Addresses of the Internet Protocol, read as the ip() and cidr() of Kubernetes read them. An address becomes "4" or "6" and its
# bits as text, a CIDR the same cut off at its length: it contains what begins with it. No regular expressions: OPA's WASM runtime
# compiles them anew in every evaluation.
package writ.lib.network

# is_ip(text) says whether a text is an address: no leading zeros in IPv4, no zone, no IPv4-mapped IPv6 address.
is_ip(text) if {
	_address(text)
} else := false

# is_cidr(text) says whether a text is an address, a slash, and a length. Bits beyond the length may be set.
is_cidr(text) if {
	_prefix(text)
} else := false

# contains_all(cidr, other) says whether a CIDR contains an address or all of another CIDR, or is null when one of them is
# malformed.
contains_all(cidr, other) := contained if {
	contained := startswith(_network(other), _prefix(cidr))
} else := null

_network(text) := prefix if {
	prefix := _prefix(text)
} else := address if {
	address := _address(text)
}

_prefix(text) := substring(address, 0, length + 1) if {
	is_string(text)
	[before, after] := split(text, "/")
	address := _address(before)
	length := _number(after)
	length < count(address)
}

# Up to three digits, without leading zeros.
_number("0") := 0

_number(text) := to_number(text) if {
	text != ""
	count(text) <= 3
	trim_left(text, "0123456789") == ""
	not startswith(text, "0")
}

_address(text) := concat("", ["4", _ipv4(text)]) if {
	is_string(text)
	not contains(text, ":")
}

_address(text) := concat("", ["6", bits]) if {
	is_string(text)
	contains(text, ":")
	bits := _ipv6(split(text, "::"))
	not startswith(bits, _mapped)
}

_mapped := concat("", [substring(_zeros, 0, 80), "1111111111111111"])

_zeros := concat("", [part | some _ in numbers.range(1, 8); part := "0000000000000000"])

_ipv4(text) := concat("", bits) if {
	octets := split(text, ".")
	count(octets) == 4
	bits := [concat("", [_nibbles[high], _nibbles[low]]) |
		some octet in octets
		value := _number(octet)
		value < 256
		low := value % 16
		high := (value - low) / 16
	]
	count(bits) == 4
}

_nibbles := [
	"0000", "0001", "0010", "0011", "0100", "0101", "0110", "0111",
	"1000", "1001", "1010", "1011", "1100", "1101", "1110", "1111",
]

_ipv6([all]) := bits if {
	bits := _groups(all)
	count(bits) == 128
}

# `::` stands for one group of zeros at least, and nothing but groups of hexadecimal digits before it.
_ipv6([head, tail]) := concat("", [before, substring(_zeros, 0, missing), after]) if {
	not contains(head, ".")
	before := _groups(head)
	after := _groups(tail)
	missing := (128 - count(before)) - count(after)
	missing >= 16
}

_groups("") := ""

# The last group may be an IPv4 address.
_groups(text) := concat("", bits) if {
	text != ""
	groups := split(text, ":")
	last := count(groups) - 1
	bits := [of | some at, group in groups; of := _group(group, at == last)]
	count(bits) == count(groups)
}

_group(text, true) := _ipv4(text) if {
	contains(text, ".")
} else := _hexadecimal(text)

_group(text, false) := _hexadecimal(text)

_hexadecimal(text) := concat("", bits) if {
	text != ""
	count(text) <= 4
	digits := split(substring(concat("", ["0000", lower(text)]), count(text), -1), "")
	bits := [_nibbles[at] | some digit in digits; at := indexof("0123456789abcdef", digit); at >= 0]
	count(bits) == 4
}

# The host of a URL. No regular expressions: OPA's WASM runtime compiles them anew in every evaluation.
package writ.lib.url

# host(url) is the host of an absolute URL with an authority, in lower case, an IPv6 address without brackets; null unless RFC 3986
# and the WHATWG URL Standard agree on it.
host(url) := lower(name) if {
	is_string(url)
	parts := split(url, "://")
	_is_scheme(parts[0])
	rest := substring(url, count(parts[0]) + 3, -1)
	authority := _before(_before(_before(rest, "/"), "?"), "#")
	_is_tail(substring(rest, count(authority), -1))
	name := _host(_after_userinfo(authority))
} else := null

_letters := "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

_digits := "0123456789"

_unreserved := concat("", [_letters, _digits, "-._~"])

_before(text, separator) := split(text, separator)[0]

_has_only(text, characters) if trim_left(text, characters) == ""

_is_scheme(scheme) if {
	scheme != ""
	_has_only(substring(scheme, 0, 1), _letters)
	_has_only(scheme, concat("", [_letters, _digits, "+.-"]))
	lower(scheme) != "file"
}

# Path, query and fragment: only the characters of RFC 3986, each percent sign before two hexadecimal digits, and one fragment.
_is_tail(tail) if {
	_has_only(tail, concat("", [_unreserved, "!$&'()*+,;=:@/?#%"]))
	count(split(tail, "#")) < 3
	_has_valid_escapes(tail)
}

_has_valid_escapes(text) if {
	escapes := split(text, "%")
	every escape in array.slice(escapes, 1, count(escapes)) {
		code := substring(escape, 0, 2)
		count(code) == 2
		_has_only(code, "0123456789abcdefABCDEF")
	}
}

_after_userinfo(authority) := authority if not contains(authority, "@")

_after_userinfo(authority) := rest if {
	[userinfo, rest] := split(authority, "@")
	_has_only(userinfo, concat("", [_unreserved, "!$&'()*+,;=:%"]))
	_has_valid_escapes(userinfo)
}

_host(authority) := name if {
	not startswith(authority, "[")
	parts := split(authority, ":")
	_is_port(array.slice(parts, 1, count(parts)))
	name := parts[0]
	_is_name(name)
}

_host(authority) := address if {
	[start, port] := split(authority, "]")
	startswith(start, "[")
	address := substring(start, 1, -1)
	_is_ipv6(address)
	_is_port_after_address(port)
}

_is_port_after_address("")

_is_port_after_address(port) if {
	startswith(port, ":")
	_is_port([substring(port, 1, -1)])
}

_is_port([])

_is_port([port]) if {
	_has_only(port, _digits)
	number := trim_left(port, "0")
	count(number) < 6
	concat("", [substring("00000", 0, 5 - count(number)), number]) <= "65535"
}

# A name whose last label is a number must be an IPv4 address in dotted-decimal form.
_is_name(name) if {
	name != ""
	_has_only(name, concat("", [_letters, _digits, "-._"]))
	not _ends_in_number(name)
}

_is_name(name) if _is_ipv4(name)

_ends_in_number(name) if {
	labels := split(trim_suffix(name, "."), ".")
	last := labels[count(labels) - 1]
	_is_number(last)
}

_is_number(label) if {
	label != ""
	_has_only(label, _digits)
}

_is_number(label) if {
	lower(substring(label, 0, 2)) == "0x"
	_has_only(substring(label, 2, -1), "0123456789abcdefABCDEF")
}

_is_ipv4(text) if {
	octets := split(text, ".")
	count(octets) == 4
	every octet in octets {
		_is_octet(octet)
	}
}

_is_octet("0")

_is_octet(text) if {
	text != ""
	_has_only(text, _digits)
	not startswith(text, "0")
	count(text) < 4
	to_number(text) < 256
}

# Eight groups, or fewer around one `::`; the last two may be an IPv4 address.
_is_ipv6(address) if {
	not contains(address, "::")
	_groups(address, true) == 8
}

_is_ipv6(address) if {
	[head, tail] := split(address, "::")
	_groups(head, false) + _groups(tail, true) < 8
}

_groups("", _) := 0

_groups(text, _) := count(groups) if {
	text != ""
	not contains(text, ".")
	groups := split(text, ":")
	_are_groups(groups)
}

_groups(text, true) := count(groups) + 1 if {
	contains(text, ".")
	groups := split(text, ":")
	last := count(groups) - 1
	_are_groups(array.slice(groups, 0, last))
	_is_ipv4(groups[last])
}

_are_groups(groups) if {
	every group in groups {
		group != ""
		count(group) < 5
		_has_only(group, "0123456789abcdefABCDEF")
	}
}

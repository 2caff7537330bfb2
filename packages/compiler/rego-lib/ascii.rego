# Text in ASCII terms: what the engines do with other scripts differs. No regular expressions: OPA's WASM runtime compiles them
# anew in every evaluation.
package writ.lib.ascii

# lower_case(text) has the letters A to Z in lower case, and everything else as it is; null for anything but text.
lower_case(text) := text if {
	is_string(text)
	lower(text) == text
} else := concat("", [_replaced(_lower, character) | some character in split(text, "")]) if {
	is_string(text)
} else := null

# upper_case(text) has the letters a to z in upper case, and everything else as it is; null for anything but text.
upper_case(text) := text if {
	is_string(text)
	upper(text) == text
} else := concat("", [_replaced(_upper, character) | some character in split(text, "")]) if {
	is_string(text)
} else := null

# trimmed(text) has no tab, line feed, form feed, carriage return and space at its ends; null for anything but text.
trimmed(text) := trim(text, " \n\t\r\f") if {
	is_string(text)
} else := null

_replaced(letters, character) := letters[character] if {
	true
} else := character

_letters := split("abcdefghijklmnopqrstuvwxyz", "")

_lower := {upper(letter): letter | some letter in _letters}

_upper := {letter: upper(letter) | some letter in _letters}

# Text as every engine shows it. No regular expressions: OPA's WASM runtime compiles them anew in every evaluation.
package writ.lib.text

# clean(message, policy_id) is the message of a violation: each control character (C0, DEL, C1, U+2028, U+2029) becomes a
# space, spaces at both ends go, at most 400 code points stay, and nothing left becomes "violates <policy id>".
clean(message, policy_id) := fit(printable(message), policy_id)

clean(message, policy_id) := fit("", policy_id) if not is_string(message)

# fit(message, policy_id) does the same for a message whose parts are printable.
fit(message, policy_id) := text if {
	text := substring(trim(message, " "), 0, 400)
	text != ""
} else := concat("", ["violates ", policy_id])

# printable(text) has a space for each control character. Trimming every printable ASCII character, frequent ones first, shows
# at once that there is none.
printable(text) := text if {
	trim_left(text, ` etaoinsrhldcumfpgwybvkxjqz-./:0123456789ETAOINSRHLDCUMFPGWYBVKXJQZ_,;'"()[]{}<>=+*&^%$#@!?|~\`) == ""
} else := concat("", [object.get(_blank, character, character) | some character in split(text, "")])

_blank := {
	"\u0000": " ", "\u0001": " ", "\u0002": " ", "\u0003": " ", "\u0004": " ", "\u0005": " ", "\u0006": " ",
	"\u0007": " ", "\u0008": " ", "\u0009": " ", "\u000a": " ", "\u000b": " ", "\u000c": " ", "\u000d": " ",
	"\u000e": " ", "\u000f": " ", "\u0010": " ", "\u0011": " ", "\u0012": " ", "\u0013": " ", "\u0014": " ",
	"\u0015": " ", "\u0016": " ", "\u0017": " ", "\u0018": " ", "\u0019": " ", "\u001a": " ", "\u001b": " ",
	"\u001c": " ", "\u001d": " ", "\u001e": " ", "\u001f": " ", "\u007f": " ", "\u0080": " ", "\u0081": " ",
	"\u0082": " ", "\u0083": " ", "\u0084": " ", "\u0085": " ", "\u0086": " ", "\u0087": " ", "\u0088": " ",
	"\u0089": " ", "\u008a": " ", "\u008b": " ", "\u008c": " ", "\u008d": " ", "\u008e": " ", "\u008f": " ",
	"\u0090": " ", "\u0091": " ", "\u0092": " ", "\u0093": " ", "\u0094": " ", "\u0095": " ", "\u0096": " ",
	"\u0097": " ", "\u0098": " ", "\u0099": " ", "\u009a": " ", "\u009b": " ", "\u009c": " ", "\u009d": " ",
	"\u009e": " ", "\u009f": " ", "\u2028": " ", "\u2029": " ",
}

package writ.lib.text_test

import data.writ.lib.text

test_clean_message_stays if text.clean("container app must not be privileged", "p") == "container app must not be privileged"

test_control_characters_become_spaces if text.clean("a\r\nb\u0085c\u2028d\u007fe", "p") == "a  b c d e"

test_spaces_at_both_ends_go if text.clean("\n a b \t", "p") == "a b"

test_other_white_space_stays if text.clean("\u00a0a\ufeff", "p") == "\u00a0a\ufeff"

test_nothing_left_names_the_policy if text.clean(" \n ", "some-policy") == "violates some-policy"

test_no_text_names_the_policy if {
	every message in [null, 1, [], {}, true] {
		text.clean(message, "some-policy") == "violates some-policy"
	}
}

test_long_message_is_cut if {
	long := concat("", [character | some _ in numbers.range(1, 401); character := "😀"])
	count(text.clean(long, "p")) == 400
}

test_parts_may_be_made_printable_first if {
	text.fit(concat("", [" a", text.printable("\n"), text.printable("b\u0085")]), "p") == "a b"
	text.fit(concat("", [" ", text.printable("\u2028")]), "p") == "violates p"
}

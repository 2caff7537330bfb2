package writ.lib.glob_test

import data.writ.lib.glob

test_star_spans_slashes_and_lines if glob.matches("a/b\nc", "a*c")

test_question_mark_is_one_code_point if {
	glob.matches("a😀b", "a?b")
	not glob.matches("a😀b", "a??b")
}

test_the_ends_of_a_star_do_not_overlap if not glob.matches("aba", "aba*aba")

test_everything_else_is_literal if {
	every text in [`\E.*`, `\Q`, "[a-z]", "a.b", "{a,b}", "^$", "`", "\u0000"] {
		glob.matches(text, text)
		glob.matches(text, concat("", [text, "*"]))
		glob.matches(concat("", [text, "x"]), concat("", [text, "?"]))
	}
	not glob.matches("axb", "a.b")
}

test_anything_but_text_does_not_match if {
	every value in [null, 1, [], {}, true] {
		glob.matches(value, "*") == false
		glob.matches("a", value) == false
	}
}

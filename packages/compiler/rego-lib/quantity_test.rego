package writ.lib.quantity_test

import data.writ.lib.quantity

test_equal_in_other_words if {
	every pair in [["1024Mi", "1Gi"], ["500m", 0.5], ["1E", "1E18"], [".5", "5e-1"], ["0.1n", "1n"], ["8Ei", "16Ei"]] {
		quantity.compare(pair[0], pair[1]) == 0
	}
}

test_order if {
	quantity.compare("1Gi", "1G") == 1
	quantity.compare("-1", "1n") == -1
	quantity.compare("9223372036854775806", "9223372036854775807") == -1
}

test_malformed_is_null if {
	every text in ["", "abc", "1 Gi", "1K", "1e", "1e41", null, [], {}, true] {
		quantity.compare(text, "1") == null
		quantity.compare("1", text) == null
	}
}

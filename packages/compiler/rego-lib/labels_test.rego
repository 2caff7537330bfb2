package writ.lib.labels_test

import data.writ.lib.labels

test_has_all if {
	labels.has_all({"a": "x", "b": "y"}, {"a": "x"}) == true
	labels.has_all({}, {}) == true
	labels.has_all({}, {"a": null}) == true
	every pair in [[{"a": "x"}, {"a": "y"}], [{}, {"a": "x"}], [null, {}], [{}, []], ["a", {}]] {
		labels.has_all(pair[0], pair[1]) == false
	}
}

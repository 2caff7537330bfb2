package writ.lib.version_test

import data.writ.lib.version

test_precedence if {
	ascending := ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0", "1.0.1"]
	every at, text in ascending {
		every to, other in ascending {
			version.compare_semver(text, other) == sign(at - to)
		}
	}
}

sign(number) := -1 if {
	number < 0
} else := 1 if {
	number > 0
} else := 0

test_malformed_is_null if {
	every text in ["", "1.0", "v1.0.0", "1.0.0-", "1.0.0+", "01.0.0", "1.0.0-01", "1.0.0-a..b", null, 1, [], {}] {
		version.compare_semver(text, "1.0.0") == null
		version.compare_semver("1.0.0", text) == null
		version.is_semver(text) == false
	}
}

test_kubernetes if {
	version.compare_kubernetes("v1.30.2-gke.100", "1.31") == -1
	version.compare_kubernetes("1.30", "v1.30.0") == 0
	version.compare_kubernetes("1.10", "1.9.99") == 1
	every text in ["", "1", "01.30", "1..30", ".1.30", "1.30\n", null, 1.3, []] {
		version.compare_kubernetes(text, "1.30") == null
	}
}

package writ.lib.rbac_test

import data.writ.lib.rbac

test_resources if {
	every pair in [["*", "pods/exec"], ["pods", "pods"], ["*/exec", "pods/exec"], ["*/a/b", "pods/a/b"]] {
		rbac.resource_covers(pair[0], pair[1]) == true
	}
	every pair in [["pods", "pods/exec"], ["pods/*", "pods/exec"], ["*/", "pods/"], ["*/exec", "exec"], [null, "a"]] {
		rbac.resource_covers(pair[0], pair[1]) == false
	}
}

test_urls if {
	every pair in [["*", "/x"], ["/a/*", "/a/b"], ["/a**", "/ab"], ["/a*b", "/a*b"]] {
		rbac.url_covers(pair[0], pair[1]) == true
	}
	every pair in [["/a/*", "/a"], ["/a*b", "/axb"], ["", "/"], [1, 1]] {
		rbac.url_covers(pair[0], pair[1]) == false
	}
}

package writ.lib.image_test

import data.writ.lib.image

test_docker_hub_is_completed if image.parse("nginx") == {
	"registry": "docker.io",
	"repository": "library/nginx",
	"name": "docker.io/library/nginx",
}

test_a_port_is_no_tag if image.parse("registry:5000/app:1.2") == {
	"registry": "registry:5000",
	"repository": "app",
	"name": "registry:5000/app",
	"tag": "1.2",
}

test_malformed_is_null if {
	every text in ["", "A", "a b", "a:", "a@", "a//b", "/a", "a/", "x.io/A", "-x.io/a", "a@sha256:abc", null, 1, []] {
		image.parse(text) == null
	}
}

package writ.lib.workload_test

import data.writ.lib.workload

test_deployment if {
	object := {"kind": "Deployment", "spec": {"template": {"spec": {"containers": [1], "initContainers": [2]}}}}
	workload.containers == [1, 2] with input.object as object
	workload.located_containers[1] == ["initContainers", 0, 2] with input.object as object
}

test_nothing_there if {
	workload.pod == {} with input.object as {"kind": "Pod", "spec": null}.spec
	workload.containers == [] with input as {}
}

// The API server as it is, which looks for new policies ten times a second instead of once: the tests wait for each policy that they apply.
package main

import (
	"os"
	"time"

	"k8s.io/apiserver/pkg/admission/plugin/policy/generic"
	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"

	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	_ "time/tzdata"
)

func main() {
	generic.SetPolicyRefreshIntervalForTests(100 * time.Millisecond)
	os.Exit(cli.Run(app.NewAPIServerCommand()))
}

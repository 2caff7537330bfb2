// The oracle says what Kubernetes' own code and its libraries make of versions, addresses, label selectors, RBAC rules and security
// contexts. It reads lists of questions as JSON and writes the lists of answers, in the same order.
package main

import (
	"encoding/json"
	"log"
	"os"

	corev1 "k8s.io/api/core/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

type input struct {
	Semvers   [][2]string     `json:"semvers"`
	Versions  [][2]string     `json:"versions"`
	Addresses []string        `json:"addresses"`
	Contained [][2]string     `json:"contained"`
	Selectors []selectorQuery `json:"selectors"`
	Rules     []ruleQuery     `json:"rules"`
	Contexts  []contextQuery  `json:"contexts"`
}

type selectorQuery struct {
	Selector *metav1.LabelSelector `json:"selector"`
	Labels   map[string]string     `json:"labels"`
}

type ruleQuery struct {
	Rule   rbacv1.PolicyRule `json:"rule"`
	Access access            `json:"access"`
}

type contextQuery struct {
	Pod       corev1.PodSpec   `json:"pod"`
	Container corev1.Container `json:"container"`
}

type output struct {
	// -1, 0, 1, or null when one of the two is malformed.
	Semvers  []*int `json:"semvers"`
	Versions []*int `json:"versions"`
	// "ip", "cidr" or null.
	Addresses []*string `json:"addresses"`
	// null when one of the two is malformed.
	Contained []*bool `json:"contained"`
	// null when the API server refuses the selector.
	Selectors []*bool                   `json:"selectors"`
	Rules     []bool                    `json:"rules"`
	Contexts  []*corev1.SecurityContext `json:"contexts"`
}

func main() {
	var in input
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		log.Fatal(err)
	}
	out := output{
		Semvers:   each(in.Semvers, compareSemver),
		Versions:  each(in.Versions, compareVersions),
		Addresses: each(in.Addresses, addressKind),
		Contained: each(in.Contained, contains),
		Selectors: each(in.Selectors, selects),
		Rules:     each(in.Rules, covers),
		Contexts:  each(in.Contexts, effective),
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		log.Fatal(err)
	}
}

func each[Question, Answer any](questions []Question, answer func(Question) Answer) []Answer {
	answers := []Answer{}
	for _, question := range questions {
		answers = append(answers, answer(question))
	}
	return answers
}

func pointer[T any](value T) *T {
	return &value
}

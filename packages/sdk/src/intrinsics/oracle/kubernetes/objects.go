package main

import (
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	rbacv1helpers "k8s.io/kubernetes/pkg/apis/rbac/v1"
	"k8s.io/kubernetes/pkg/securitycontext"
)

func selects(query selectorQuery) *bool {
	selector, err := metav1.LabelSelectorAsSelector(query.Selector)
	if err != nil {
		return nil
	}
	return pointer(selector.Matches(labels.Set(query.Labels)))
}

type access struct {
	Verb           string `json:"verb"`
	APIGroup       string `json:"apiGroup"`
	Resource       string `json:"resource"`
	ResourceName   string `json:"resourceName"`
	NonResourceURL string `json:"nonResourceURL"`
}

// As RuleAllows of the RBAC authorizer puts these together.
func covers(query ruleQuery) bool {
	rule, asked := &query.Rule, query.Access
	if !rbacv1helpers.VerbMatches(rule, asked.Verb) {
		return false
	}
	if asked.NonResourceURL != "" {
		return rbacv1helpers.NonResourceURLMatches(rule, asked.NonResourceURL)
	}
	_, subresource, _ := strings.Cut(asked.Resource, "/")
	return rbacv1helpers.APIGroupMatches(rule, asked.APIGroup) &&
		rbacv1helpers.ResourceMatches(rule, asked.Resource, subresource) &&
		rbacv1helpers.ResourceNameMatches(rule, asked.ResourceName)
}

func effective(query contextQuery) *corev1.SecurityContext {
	return securitycontext.DetermineEffectiveSecurityContext(&corev1.Pod{Spec: query.Pod}, &query.Container)
}

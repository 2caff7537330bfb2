package admission

import (
	admissionregistration "k8s.io/api/admissionregistration/v1"
	core "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/generic"
	"k8s.io/apiserver/pkg/admission/plugin/policy/matching"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/client-go/kubernetes/scheme"
	listers "k8s.io/client-go/listers/core/v1"
)

// match asks the API server's own matcher: resource rules, exclusions, scopes and both selectors.
func match(policy *admissionregistration.ValidatingAdmissionPolicy, request decoded, unmatched bool) (Input, bool, error) {
	attributes := request.attributes
	input := Input{
		Attributes: attributes,
		Object:     attributes.GetObject(),
		OldObject:  attributes.GetOldObject(),
		Params:     request.params,
		Namespace:  request.namespace,
		Resource:   attributes.GetResource(),
		Kind:       attributes.GetKind(),
	}
	// A Namespace is no member of itself, though the API server says so of its requests.
	if attributes.GetKind().Group == "" && attributes.GetKind().Kind == "Namespace" {
		input.Namespace = nil
	}
	if unmatched {
		return input, true, nil
	}
	matcher := generic.NewPolicyMatcher(matching.NewMatcher(oneNamespace{request.namespace}, nil))
	matches, resource, kind, err := matcher.DefinitionMatches(
		attributes,
		admission.NewObjectInterfacesFromScheme(scheme.Scheme),
		validating.NewValidatingAdmissionPolicyAccessor(policy),
	)
	if matches {
		input.Resource, input.Kind = resource, kind
	}
	return input, matches, err
}

// oneNamespace lists the namespace of the request alone.
type oneNamespace struct{ namespace *core.Namespace }

var _ listers.NamespaceLister = oneNamespace{}

func (o oneNamespace) List(labels.Selector) ([]*core.Namespace, error) {
	if o.namespace == nil {
		return nil, nil
	}
	return []*core.Namespace{o.namespace}, nil
}

func (o oneNamespace) Get(name string) (*core.Namespace, error) {
	if o.namespace == nil || o.namespace.Name != name {
		return nil, apierrors.NewNotFound(core.Resource("namespaces"), name)
	}
	return o.namespace, nil
}

package admission

import (
	"encoding/json"
	"fmt"

	admissionregistration "k8s.io/api/admissionregistration/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/client-go/kubernetes/scheme"
)

type decoded struct {
	attributes admission.Attributes
	namespace  *core.Namespace
	params     runtime.Object
}

func isAbsent(text json.RawMessage) bool {
	return len(text) == 0 || string(text) == "null"
}

func decode(request Request) (decoded, error) {
	var made decoded
	object, err := decodeObject(request.Object, request)
	if err != nil {
		return made, err
	}
	oldObject, err := decodeObject(request.OldObject, request)
	if err != nil {
		return made, fmt.Errorf("oldObject: %w", err)
	}
	if object == nil && oldObject == nil {
		return made, fmt.Errorf("a request needs an object or an oldObject")
	}
	made.attributes = attributesOf(object, oldObject, request)
	if made.namespace, err = decodeNamespace(request, made.attributes.GetNamespace()); err != nil {
		return made, err
	}
	if !isAbsent(request.Params) {
		if made.params, err = decodeUnstructured(request.Params); err != nil {
			return made, fmt.Errorf("params: %w", err)
		}
	}
	return made, nil
}

// decodeObject reads a built-in kind into its Go type, which is what drops zero values and unknown fields and refuses wrong types, and
// anything else as it is.
func decodeObject(text json.RawMessage, request Request) (runtime.Object, error) {
	if isAbsent(text) {
		return nil, nil
	}
	if request.Raw {
		return decodeUnstructured(text)
	}
	object, kind, err := scheme.Codecs.UniversalDeserializer().Decode(text, nil, nil)
	if err != nil && kind != nil && runtime.IsNotRegisteredError(err) {
		object, err = decodeUnstructured(text)
	}
	if err != nil {
		return nil, err
	}
	accessor, err := meta.Accessor(object)
	if err != nil {
		return nil, err
	}
	if accessor.GetNamespace() == "" && request.Namespace != "" {
		accessor.SetNamespace(request.Namespace)
	}
	return object, nil
}

// The API server's own reader of JSON: a whole number is an int64, any other a float64.
func decodeUnstructured(text json.RawMessage) (*unstructured.Unstructured, error) {
	var object map[string]any
	if err := utiljson.Unmarshal(text, &object); err != nil {
		return nil, err
	}
	return &unstructured.Unstructured{Object: object}, nil
}

func attributesOf(object, oldObject runtime.Object, request Request) admission.Attributes {
	present := object
	if present == nil {
		present = oldObject
	}
	operation := admission.Operation(request.Operation)
	if operation == "" {
		operation = operationOf(object, oldObject)
	}
	kind := present.GetObjectKind().GroupVersionKind()
	name, namespace := "", request.Namespace
	if accessor, err := meta.Accessor(present); err == nil {
		name = accessor.GetName()
		if accessor.GetNamespace() != "" {
			namespace = accessor.GetNamespace()
		}
	}
	if kind.Group == "" && kind.Kind == "Namespace" {
		// The API server says that a Namespace is in itself.
		namespace = name
	}
	who := &user.DefaultInfo{Name: request.UserInfo.Username, Groups: request.UserInfo.Groups}
	return admission.NewAttributesRecord(object, oldObject, kind, namespace, name, resourceOf(kind, request.Resource),
		request.Subresource, operation, optionsOf(operation), true, who)
}

func operationOf(object, oldObject runtime.Object) admission.Operation {
	switch {
	case object == nil:
		return admission.Delete
	case oldObject != nil:
		return admission.Update
	default:
		return admission.Create
	}
}

func optionsOf(operation admission.Operation) runtime.Object {
	switch operation {
	case admission.Update:
		return &metav1.UpdateOptions{}
	case admission.Delete:
		return &metav1.DeleteOptions{}
	default:
		return &metav1.CreateOptions{}
	}
}

func resourceOf(kind schema.GroupVersionKind, given *Resource) schema.GroupVersionResource {
	if given != nil {
		return schema.GroupVersionResource{Group: given.Group, Version: given.Version, Resource: given.Resource}
	}
	plural, _ := meta.UnsafeGuessKindToResource(kind)
	return plural
}

// decodeNamespace gives the namespace of the request, which on a cluster always exists, with the label that the API server sets.
func decodeNamespace(request Request, name string) (*core.Namespace, error) {
	if name == "" {
		return nil, nil
	}
	namespace := &core.Namespace{}
	if !isAbsent(request.NamespaceObject) {
		if err := json.Unmarshal(request.NamespaceObject, namespace); err != nil {
			return nil, fmt.Errorf("namespaceObject: %w", err)
		}
	}
	namespace.Name = name
	if namespace.Labels == nil {
		namespace.Labels = map[string]string{}
	}
	namespace.Labels[core.LabelMetadataName] = name
	return namespace, nil
}

// decodePolicy reads strictly, so that a misspelt field is found, and sets the API's defaults.
func decodePolicy(text json.RawMessage) (*admissionregistration.ValidatingAdmissionPolicy, error) {
	strict := serializer.NewCodecFactory(scheme.Scheme, serializer.EnableStrict).UniversalDeserializer()
	object, _, err := strict.Decode(text, nil, nil)
	if err != nil {
		return nil, err
	}
	made, isPolicy := object.(*admissionregistration.ValidatingAdmissionPolicy)
	if !isPolicy {
		return nil, fmt.Errorf("a %s is no admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy", object.GetObjectKind().GroupVersionKind())
	}
	if made.Spec.FailurePolicy == nil {
		fail := admissionregistration.Fail
		made.Spec.FailurePolicy = &fail
	}
	if made.Spec.MatchConstraints == nil || len(made.Spec.MatchConstraints.ResourceRules) == 0 {
		return nil, fmt.Errorf("spec.matchConstraints.resourceRules is required")
	}
	constraints := made.Spec.MatchConstraints
	if constraints.MatchPolicy == nil {
		equivalent := admissionregistration.Equivalent
		constraints.MatchPolicy = &equivalent
	}
	if constraints.NamespaceSelector == nil {
		constraints.NamespaceSelector = &metav1.LabelSelector{}
	}
	if constraints.ObjectSelector == nil {
		constraints.ObjectSelector = &metav1.LabelSelector{}
	}
	return made, nil
}

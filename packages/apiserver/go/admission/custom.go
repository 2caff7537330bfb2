package admission

import (
	"encoding/json"
	"fmt"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// customKind is a version of a custom resource.
type customKind struct {
	schema *structuralschema.Structural
	// keepsUnknown is for definitions that do not prune at all.
	keepsUnknown bool
	// dropsStatus is for kinds with a status subresource, on whose creation the status is not taken.
	dropsStatus bool
	namespaced  bool
}

type customKinds map[schema.GroupVersionKind]customKind

// define learns the served versions of a definition. A version without a schema is known and left as it is written.
func (a *Admitter) define(document json.RawMessage) Result {
	kind, problem := kindOf(document)
	if problem != "" {
		return refused(problem)
	}
	for _, server := range a.servers {
		if !server.scheme.Recognizes(kind) {
			continue
		}
		object, reasons := server.decode(document)
		if len(reasons) > 0 {
			return refused(reasons...)
		}
		definition, is := object.(*apiextensions.CustomResourceDefinition)
		if !is {
			return refused(fmt.Sprintf("%s is no CustomResourceDefinition", kind.Kind))
		}
		return a.learn(definition)
	}
	return Result{Outcome: Unknown}
}

func (a *Admitter) learn(definition *apiextensions.CustomResourceDefinition) Result {
	learnt := customKinds{}
	for _, version := range definition.Spec.Versions {
		if !version.Served {
			continue
		}
		custom := customKind{
			keepsUnknown: definition.Spec.PreserveUnknownFields != nil && *definition.Spec.PreserveUnknownFields,
			namespaced:   definition.Spec.Scope == apiextensions.NamespaceScoped,
			dropsStatus:  hasStatus(definition.Spec.Subresources) || hasStatus(version.Subresources),
		}
		validation := version.Schema
		if validation == nil {
			// Decoding moves a schema that all versions share to the top.
			validation = definition.Spec.Validation
		}
		if validation != nil && validation.OpenAPIV3Schema != nil {
			structural, err := structuralschema.NewStructural(validation.OpenAPIV3Schema)
			if err != nil {
				return refused(fmt.Sprintf("the schema of %s is not structural: %v", version.Name, err))
			}
			if err := defaulting.PruneDefaults(structural); err != nil {
				return refused(fmt.Sprintf("the defaults of %s: %v", version.Name, err))
			}
			custom.schema = structural
		}
		kind := schema.GroupVersionKind{
			Group: definition.Spec.Group, Version: version.Name, Kind: definition.Spec.Names.Kind,
		}
		learnt[kind] = custom
	}
	for kind, custom := range learnt {
		a.custom[kind] = custom
	}
	return Result{Outcome: Admitted}
}

func hasStatus(subresources *apiextensions.CustomResourceSubresources) bool {
	return subresources != nil && subresources.Status != nil
}

// admit prunes, defaults and coerces in the order of the handler of custom resources.
func (c customKind) admit(document Document) Result {
	object := unstructured.Unstructured{}
	if err := object.UnmarshalJSON(document.Object); err != nil {
		return refused(err.Error())
	}
	unknown, err := c.coerce(&object)
	if err != nil {
		return refused(err.Error())
	}
	if len(unknown) > 0 {
		reasons := []string{}
		for _, path := range unknown {
			reasons = append(reasons, fmt.Sprintf("unknown field %q", path))
		}
		return refused(reasons...)
	}
	namespace := ""
	if c.namespaced {
		namespace = document.Namespace
	}
	if err := settleMetadata(&object, namespace); err != nil {
		return refused(err.Error())
	}
	if c.dropsStatus {
		delete(object.Object, "status")
	}
	object.SetGeneration(1)
	text, err := object.MarshalJSON()
	if err != nil {
		return refused(err.Error())
	}
	return Result{Outcome: Admitted, Object: text}
}

// coerce gives the paths of fields that the schema does not have.
func (c customKind) coerce(object *unstructured.Unstructured) ([]string, error) {
	version, kind := object.GetAPIVersion(), object.GetKind()
	options := objectmeta.ObjectMetaOptions{ReturnUnknownFieldPaths: true}
	metadata, found, unknown, err := objectmeta.GetObjectMetaWithOptions(object.Object, options)
	if err != nil {
		return nil, err
	}
	defaulting.Default(object.Object, c.schema)
	if !c.keepsUnknown {
		tracking := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
		unknown = append(unknown, pruning.PruneWithOptions(object.Object, c.schema, true, tracking)...)
		defaulting.PruneNonNullableNullsWithoutDefaults(object.Object, c.schema)
	}
	coerced := objectmeta.CoerceOptions{ReturnUnknownFieldPaths: true}
	problem, more := objectmeta.CoerceWithOptions(nil, object.Object, c.schema, false, coerced)
	if problem != nil {
		return nil, problem
	}
	object.SetAPIVersion(version)
	object.SetKind(kind)
	if found {
		if err := objectmeta.SetObjectMeta(object.Object, metadata); err != nil {
			return nil, err
		}
	}
	return append(unknown, more...), nil
}

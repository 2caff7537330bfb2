// Prints, as JSON, what the Go types of Kubernetes do to each field of a document.
//
// Nothing here is read from struct tags alone: each fact is seen by decoding a document as the API server does
// (sigs.k8s.io/json, case-sensitive) and encoding it again as it does for admission (encoding/json).
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	known := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{scheme.AddToScheme, apiextensions.AddToScheme, apiregistration.AddToScheme} {
		if err := add(known); err != nil {
			return err
		}
	}
	types := map[string]map[string]Field{}
	for _, goType := range known.AllKnownTypes() {
		if err := addType(types, goType); err != nil {
			return err
		}
	}
	output := json.NewEncoder(os.Stdout)
	output.SetIndent("", " ")
	return output.Encode(types)
}

// addType records a struct type and every struct type below it.
func addType(types map[string]map[string]Field, goType reflect.Type) error {
	switch goType.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return addType(types, goType.Elem())
	case reflect.Struct:
	default:
		return nil
	}
	// A watch event inside the API server is no document and has no JSON names.
	if encodesItself(goType) || typeKey(goType) == "meta/v1.InternalEvent" {
		return nil
	}
	key := typeKey(goType)
	if _, seen := types[key]; seen {
		return nil
	}
	fields := map[string]Field{}
	types[key] = fields
	members, err := jsonFields(goType)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	for name, member := range members {
		field, err := observe(goType, name, member)
		if err != nil {
			return fmt.Errorf("%s.%s: %w", key, name, err)
		}
		fields[name] = field
		if err := addType(types, member); err != nil {
			return err
		}
	}
	return nil
}

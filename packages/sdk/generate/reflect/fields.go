package main

import (
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"strings"
)

// jsonFields maps the JSON names of a struct to the Go types behind them; embedded structs are flattened as encoding/json does.
func jsonFields(goType reflect.Type) (map[string]reflect.Type, error) {
	fields := map[string]reflect.Type{}
	for i := range goType.NumField() {
		member := goType.Field(i)
		tag := member.Tag.Get("json")
		name, _, _ := strings.Cut(tag, ",")
		if tag == "-" || (!member.IsExported() && !member.Anonymous) {
			continue
		}
		if member.Anonymous && name == "" {
			embedded, err := jsonFields(deref(member.Type))
			if err != nil {
				return nil, err
			}
			for name, goType := range embedded {
				if _, clash := fields[name]; clash {
					return nil, fmt.Errorf("the embedded %s repeats %s", member.Name, name)
				}
				fields[name] = goType
			}
			continue
		}
		if name == "" {
			return nil, fmt.Errorf("no JSON name for %s", member.Name)
		}
		fields[name] = member.Type
	}
	return fields, nil
}

func deref(goType reflect.Type) reflect.Type {
	if goType.Kind() == reflect.Pointer {
		return goType.Elem()
	}
	return goType
}

// typeKey is `core/v1.Container` for k8s.io/api/core/v1.Container.
func typeKey(goType reflect.Type) string {
	folder := goType.PkgPath()
	return path.Base(path.Dir(folder)) + "/" + path.Base(folder) + "." + goType.Name()
}

var (
	marshaler   = reflect.TypeFor[json.Marshaler]()
	unmarshaler = reflect.TypeFor[json.Unmarshaler]()
)

// encodesItself is true for types such as Quantity and Time, whose JSON is not that of their fields.
func encodesItself(goType reflect.Type) bool {
	pointer := reflect.PointerTo(goType)
	return pointer.Implements(marshaler) || pointer.Implements(unmarshaler)
}

package main

import (
	"encoding/json"
	"fmt"
	"reflect"

	kjson "sigs.k8s.io/json"
)

// Field is what was seen of one field.
type Field struct {
	// Go is the Go type, for a reader of the output.
	Go string `json:"go"`
	// Pointer is true when absent and zero are different values in Go.
	Pointer bool `json:"pointer"`
	// Zero is the zero value that was written in JSON.
	Zero json.RawMessage `json:"zero"`
	// ZeroKept is false when the zero value is gone after decoding and encoding.
	ZeroKept bool `json:"zeroKept"`
	// Absent is what the encoder writes for a document without the field; nothing when it writes nothing.
	Absent json.RawMessage `json:"absent,omitempty"`
	// NullAsAbsent is true when a null in the document ends like an absent field.
	NullAsAbsent bool `json:"nullAsAbsent"`
}

func observe(owner reflect.Type, name string, goType reflect.Type) (Field, error) {
	zero, err := zeroJSON(deref(goType))
	if err != nil {
		return Field{}, err
	}
	written, err := roundTrip(owner, fmt.Sprintf("{%q:%s}", name, zero))
	if err != nil {
		return Field{}, err
	}
	absent, err := roundTrip(owner, "{}")
	if err != nil {
		return Field{}, err
	}
	null, err := roundTrip(owner, fmt.Sprintf("{%q:null}", name))
	if err != nil {
		return Field{}, err
	}
	_, kept := written[name]
	return Field{
		Go:           goType.String(),
		Pointer:      goType.Kind() == reflect.Pointer,
		Zero:         json.RawMessage(zero),
		ZeroKept:     kept,
		Absent:       absent[name],
		NullAsAbsent: string(null[name]) == string(absent[name]),
	}, nil
}

func roundTrip(owner reflect.Type, document string) (map[string]json.RawMessage, error) {
	value := reflect.New(owner).Interface()
	if err := kjson.UnmarshalCaseSensitivePreserveInts([]byte(document), value); err != nil {
		return nil, fmt.Errorf("decoding %s: %w", document, err)
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	members := map[string]json.RawMessage{}
	return members, json.Unmarshal(encoded, &members)
}

// zeroJSON is the zero value of a type as a document writes it.
func zeroJSON(goType reflect.Type) (string, error) {
	if zero, special := zeroOfSpecial[typeKey(goType)]; special {
		return zero, nil
	}
	switch goType.Kind() {
	case reflect.Bool:
		return "false", nil
	case reflect.String:
		return `""`, nil
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint8, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
		return "0", nil
	case reflect.Slice:
		if goType.Elem().Kind() == reflect.Uint8 {
			return `""`, nil
		}
		return "[]", nil
	case reflect.Map, reflect.Struct:
		if encodesItself(goType) && goType.Kind() == reflect.Struct {
			return "", fmt.Errorf("%s encodes itself and has no known zero value", goType)
		}
		return "{}", nil
	default:
		return "", fmt.Errorf("%s is not a kind of an API type", goType)
	}
}

// Types that encode themselves.
var zeroOfSpecial = map[string]string{
	"api/resource.Quantity":                         `"0"`,
	"util/intstr.IntOrString":                       "0",
	"meta/v1.Time":                                  "null",
	"meta/v1.MicroTime":                             "null",
	"meta/v1.Duration":                              `"0s"`,
	"meta/v1.FieldsV1":                              "{}",
	"pkg/runtime.RawExtension":                      "{}",
	"apiextensions/v1.JSON":                         "null",
	"apiextensions/v1.JSONSchemaPropsOrArray":       "{}",
	"apiextensions/v1.JSONSchemaPropsOrBool":        "{}",
	"apiextensions/v1.JSONSchemaPropsOrStringArray": "[]",
}

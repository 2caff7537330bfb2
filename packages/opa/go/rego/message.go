// Package rego turns a set of Rego modules into formatted text and a WASM policy with the packages of OPA itself.
package rego

// Request is one line of JSON on standard input.
type Request struct {
	// Modules holds the Rego text by file name. The names appear in errors and nowhere else.
	Modules map[string]string `json:"modules"`
	// Entrypoints are the rules that the WASM policy exposes, as package path and rule name joined by slashes.
	// Without any, the modules are formatted and checked, and no WASM is built.
	Entrypoints []string `json:"entrypoints"`
	// Capabilities is OPA's own capabilities document. Absent: everything that this version of OPA offers.
	Capabilities *capabilities `json:"capabilities,omitempty"`
}

// Response is one line of JSON on standard output. Errors is empty exactly when the request succeeded.
type Response struct {
	Version   string            `json:"version"`
	Formatted map[string]string `json:"formatted,omitempty"`
	Wasm      []byte            `json:"wasm,omitempty"`
	Errors    errorList         `json:"errors"`
}

// Error is one finding of OPA's parser, checker or compiler. Line and Column count from 1; they are 0 when OPA
// gives no position, as for an entrypoint that names no rule.
type Error struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

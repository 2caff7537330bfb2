// Package admission makes of a document what the API server would hand to an admission policy, with the API server's own code: strict
// decoding into the Go type, defaulting, conversion, and the preparation of a new object.
package admission

import "encoding/json"

// Request is one call of the host.
type Request struct {
	// Definitions are CustomResourceDefinitions, as written. They hold for this request and all later ones.
	Definitions []json.RawMessage `json:"definitions,omitempty"`
	// Documents are the objects that a client sends for creation.
	Documents []Document `json:"documents"`
	// Stored asks for each object as a client gets it back: stored and read again, which applies the defaults once more. A policy sees it
	// before that.
	Stored bool `json:"stored,omitempty"`
}

// Document is one object as it is written.
type Document struct {
	Object json.RawMessage `json:"object"`
	// Namespace is that of the request. Built-in kinds of the cluster have none; definitions say themselves whether theirs have.
	Namespace string `json:"namespace,omitempty"`
}

// Response answers a Request, document by document and definition by definition.
type Response struct {
	Definitions []Result `json:"definitions"`
	Documents   []Result `json:"documents"`
}

// Result is what became of one document.
type Result struct {
	Outcome Outcome `json:"outcome"`
	// Object is what a policy would see. Only with Admitted.
	Object json.RawMessage `json:"object,omitempty"`
	// Reasons say what the API server would answer. Only with Refused, and never empty then.
	Reasons []string `json:"reasons,omitempty"`
}

// Outcome is the kind of a Result.
type Outcome string

const (
	// Admitted documents were decoded, defaulted and prepared.
	Admitted Outcome = "admitted"
	// Refused documents cannot be decoded into their kind, or hold what it does not know.
	Refused Outcome = "refused"
	// Unknown documents are of a kind that neither the API server nor a definition has.
	Unknown Outcome = "unknown"
)

func refused(reasons ...string) Result { return Result{Outcome: Refused, Reasons: reasons} }

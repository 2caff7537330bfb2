// Package admission judges requests with a ValidatingAdmissionPolicy as the API server does, without an API server. It holds what is
// the same in every Kubernetes minor: the lines, the decoding, the matching. Each engine adds the compiler of its minor.
package admission

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Line is one line of standard input: a policy, which holds for the lines after it, or a request. Every line gets one line of answer.
type Line struct {
	Policy json.RawMessage `json:"policy"`
	Request
}

// Request is what a client asks of the API server. Object is absent on DELETE, OldObject on CREATE.
type Request struct {
	Operation   string          `json:"operation"`
	Object      json.RawMessage `json:"object"`
	OldObject   json.RawMessage `json:"oldObject"`
	Resource    *Resource       `json:"resource"`
	Subresource string          `json:"subresource"`
	// Namespace is that of the request's URL: the API server writes it into an object that states none.
	Namespace       string          `json:"namespace"`
	NamespaceObject json.RawMessage `json:"namespaceObject"`
	Params          json.RawMessage `json:"params"`
	UserInfo        UserInfo        `json:"userInfo"`
	// Raw hands the object to CEL as it is written, and not as the kind's Go type holds it.
	Raw bool `json:"raw"`
	// Unmatched evaluates the policy whatever its match constraints say.
	Unmatched bool `json:"unmatched"`
	// Repeat evaluates so many times more, in five rounds, and gives the mean time of the fastest.
	Repeat int `json:"repeat"`
}

// Resource is the plural that the request's URL names; without it, the regular plural of the kind.
type Resource struct {
	Group    string `json:"group"`
	Version  string `json:"version"`
	Resource string `json:"resource"`
}

// UserInfo is who asks.
type UserInfo struct {
	Username string   `json:"username"`
	Groups   []string `json:"groups"`
}

// PolicyAnswer says whether a policy compiles, in the environment that a new policy gets.
type PolicyAnswer struct {
	Policy string         `json:"policy"`
	Errors []CompileError `json:"errors"`
}

// CompileError is an error of one expression, with its place in the policy.
type CompileError struct {
	Field   string `json:"field"`
	Message string `json:"message"`
}

// Outcomes of a request, and the stages at which one can be an error.
const (
	Allow = "allow"
	Deny  = "deny"
	Error = "error"

	StagePolicy   = "policy"
	StageDecode   = "decode"
	StageMatch    = "match"
	StageEvaluate = "evaluate"
	StageMessage  = "message"
)

// Answer is the verdict on one request. An error of any expression makes it an error, whatever the failure policy turns it into.
type Answer struct {
	Outcome   string     `json:"outcome"`
	Stage     string     `json:"stage,omitempty"`
	Message   string     `json:"message,omitempty"`
	Matched   bool       `json:"matched"`
	Decisions []Decision `json:"decisions,omitempty"`
	Cost      *Cost      `json:"cost,omitempty"`
	// Nanoseconds of one evaluation: matching and decoding are not in it.
	Nanoseconds int64 `json:"nanoseconds,omitempty"`
}

// Decision is that of one validation, in the policy's order.
type Decision struct {
	Outcome string `json:"outcome"`
	Message string `json:"message,omitempty"`
	Reason  string `json:"reason,omitempty"`
}

// Cost is what CEL's own meter counted. The API server computes the message expressions, and the variables for them again, of
// validations that pass as well.
type Cost struct {
	MatchConditions  int64 `json:"matchConditions"`
	Validations      int64 `json:"validations"`
	Messages         int64 `json:"messages"`
	AuditAnnotations int64 `json:"auditAnnotations"`
}

// Serve answers line by line until the input ends.
func Serve(in io.Reader, out io.Writer, compile Compile) error {
	reader := bufio.NewReaderSize(in, 1<<16)
	writer := bufio.NewWriterSize(out, 1<<16)
	answers := json.NewEncoder(writer)
	answers.SetEscapeHTML(false)
	judge := newJudge(compile)
	for {
		text, err := reader.ReadBytes('\n')
		if len(text) > 0 {
			if err := answers.Encode(judge.answer(text)); err != nil {
				return fmt.Errorf("writing an answer: %w", err)
			}
			// Whoever asks one at a time waits for the answer; whoever asks in bulk need not pay for a write each.
			if reader.Buffered() == 0 {
				if err := writer.Flush(); err != nil {
					return fmt.Errorf("writing an answer: %w", err)
				}
			}
		}
		if errors.Is(err, io.EOF) {
			return writer.Flush()
		}
		if err != nil {
			return fmt.Errorf("reading a line: %w", err)
		}
	}
}

package admission

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"

	admissionregistration "k8s.io/api/admissionregistration/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
)

// Compile turns a policy into its evaluation. Errors are those that the API server refuses the policy for.
type Compile func(policy *admissionregistration.ValidatingAdmissionPolicy) (Evaluate, []CompileError)

// Evaluate runs a compiled policy once.
type Evaluate func(ctx context.Context, input Input) Evaluation

// Input is a request that the policy matches, in the version that it asked for.
type Input struct {
	Attributes admission.Attributes
	Object     runtime.Object
	OldObject  runtime.Object
	Params     runtime.Object
	Namespace  *core.Namespace
	Resource   schema.GroupVersionResource
	Kind       schema.GroupVersionKind
}

// Evaluation is what a policy said, and what it cost.
type Evaluation struct {
	Result validating.ValidateResult
	Cost   Cost
	// MessageErrors holds an entry for each validation; nil where the message expression gave a value.
	MessageErrors []error
}

type judge struct {
	compile Compile
	// compiled holds every policy by its text: a matrix comes back to the same ones.
	compiled map[string]*policy
	current  *policy
}

type policy struct {
	object   *admissionregistration.ValidatingAdmissionPolicy
	evaluate Evaluate
	errors   []CompileError
}

func newJudge(compile Compile) *judge {
	return &judge{compile: compile, compiled: map[string]*policy{}}
}

func (j *judge) answer(text []byte) (answer any) {
	defer func() {
		// A panic of the API server's own code is a result: one input's, not the end of all.
		if cause := recover(); cause != nil {
			answer = failed(StageEvaluate, fmt.Errorf("panic: %v", cause))
		}
	}()
	var line Line
	if err := json.Unmarshal(text, &line); err != nil {
		return failed(StageDecode, fmt.Errorf("the line is no request: %w", err))
	}
	if line.Policy != nil {
		return j.load(line.Policy)
	}
	return j.review(line.Request)
}

func (j *judge) load(text json.RawMessage) PolicyAnswer {
	known, found := j.compiled[string(text)]
	if !found {
		known = &policy{}
		object, err := decodePolicy(text)
		if err != nil {
			known.errors = []CompileError{{Message: err.Error()}}
		} else {
			known.object = object
			known.evaluate, known.errors = j.compile(object)
		}
		j.compiled[string(text)] = known
	}
	j.current = known
	answer := PolicyAnswer{Errors: append([]CompileError{}, known.errors...)}
	if known.object != nil {
		answer.Policy = known.object.Name
	}
	return answer
}

func (j *judge) review(request Request) Answer {
	if j.current == nil {
		return failed(StagePolicy, fmt.Errorf("no policy was given"))
	}
	if len(j.current.errors) > 0 {
		return failed(StagePolicy, fmt.Errorf("%s", describe(j.current.errors)))
	}
	decoded, err := decode(request)
	if err != nil {
		return failed(StageDecode, err)
	}
	input, matched, err := match(j.current.object, decoded, request.Unmatched)
	if err != nil {
		return failed(StageMatch, err)
	}
	if !matched {
		return Answer{Outcome: Allow}
	}
	ctx := context.Background()
	start := time.Now()
	evaluation := j.current.evaluate(ctx, input)
	elapsed := time.Since(start).Nanoseconds()
	if request.Repeat > 0 {
		elapsed = fastest(request.Repeat, func() { j.current.evaluate(ctx, input) })
	}
	answer := answerOf(evaluation)
	answer.Nanoseconds = elapsed
	return answer
}

// fastest is the mean time of the best of five rounds: what else the machine does only ever adds to a round.
func fastest(repeat int, run func()) int64 {
	best := int64(math.MaxInt64)
	each := (repeat + 4) / 5
	for range 5 {
		start := time.Now()
		for range each {
			run()
		}
		best = min(best, time.Since(start).Nanoseconds()/int64(each))
	}
	return best
}

func failed(stage string, err error) Answer {
	return Answer{Outcome: Error, Stage: stage, Message: err.Error()}
}

func describe(errors []CompileError) string {
	texts := make([]string, len(errors))
	for i, each := range errors {
		texts[i] = strings.TrimPrefix(each.Field+": "+each.Message, ": ")
	}
	return strings.Join(texts, "\n")
}

func answerOf(evaluation Evaluation) Answer {
	answer := Answer{Outcome: Allow, Matched: true, Cost: &evaluation.Cost}
	for i, each := range evaluation.Result.Decisions {
		decision := decisionOf(each)
		answer.Decisions = append(answer.Decisions, decision)
		switch {
		case decision.Outcome == Error && answer.Stage != StageEvaluate:
			answer.Outcome, answer.Stage, answer.Message = Error, StageEvaluate, decision.Message
		case decision.Outcome == Deny && answer.Outcome == Allow:
			answer.Outcome, answer.Message = Deny, decision.Message
		}
		// The API server puts another text in place of a message that fails, and says so nowhere.
		if decision.Outcome == Deny && answer.Stage == "" && i < len(evaluation.MessageErrors) && evaluation.MessageErrors[i] != nil {
			answer.Outcome, answer.Stage, answer.Message = Error, StageMessage, evaluation.MessageErrors[i].Error()
		}
	}
	for _, each := range evaluation.Result.AuditAnnotations {
		if each.Error != "" && answer.Stage == "" {
			answer.Outcome, answer.Stage, answer.Message = Error, StageEvaluate, each.Error
		}
	}
	return answer
}

func decisionOf(decision validating.PolicyDecision) Decision {
	made := Decision{Outcome: Allow, Message: decision.Message, Reason: string(decision.Reason)}
	switch {
	case decision.Evaluation == validating.EvalError:
		made.Outcome = Error
	case decision.Action == validating.ActionDeny:
		// Kubernetes 1.30 leaves the evaluation of a denial empty.
		made.Outcome = Deny
	}
	return made
}

package main

import (
	"context"
	"sync"

	admissionv1 "k8s.io/api/admission/v1"
	admissionregistration "k8s.io/api/admissionregistration/v1"
	core "k8s.io/api/core/v1"
	apiserver "k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/admission/plugin/webhook/matchconditions"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/cel/environment"
	"k8s.io/apiserver/pkg/features"
	utilfeature "k8s.io/apiserver/pkg/util/feature"

	"writ.dev/engines/admission"
)

func strictCost() bool {
	return utilfeature.DefaultFeatureGate.Enabled(features.StrictCostEnforcementForVAP)
}

func baseEnvironment() *environment.EnvSet {
	return environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion(), strictCost())
}

// withoutVariables compiles match conditions, the same for every policy.
var withoutVariables = sync.OnceValue(func() cel.Compiler { return cel.NewCompiler(baseEnvironment()) })

// compile puts a policy together as the admission plugin does, whose own function for it is not exported.
func compile(policy *admissionregistration.ValidatingAdmissionPolicy) (admission.Evaluate, []admission.CompileError) {
	spec := policy.Spec
	strictCost := strictCost()
	base := baseEnvironment()
	// One for both passes: making the environments of a compiler takes longer than all that it compiles, and the first pass, which
	// refuses what names a later variable, leaves behind nothing that the second does not put there itself.
	compiler, err := cel.NewCompositedCompiler(base)
	if err != nil {
		return nil, []admission.CompileError{{Message: err.Error()}}
	}
	all := cel.OptionalVariableDeclarations{HasParams: spec.ParamKind != nil, HasAuthorizer: true, StrictCost: strictCost}
	unauthorized := cel.OptionalVariableDeclarations{HasParams: spec.ParamKind != nil, StrictCost: strictCost}
	expressions := admission.ExpressionsOf(spec)
	if found := admission.Check(expressions, compiler, withoutVariables(), all, unauthorized); len(found) > 0 {
		return nil, found
	}

	compiler.CompileAndStoreVariables(expressions.Variables, all, environment.StoredExpressions)
	condition := func(list []cel.ExpressionAccessor, variables cel.OptionalVariableDeclarations) *metered {
		return &metered{Filter: compiler.Compile(list, variables, environment.StoredExpressions)}
	}
	parts := &parts{
		matches:     condition(expressions.MatchConditions, all),
		validations: condition(expressions.Validations, all),
		annotations: condition(expressions.AuditAnnotations, all),
		messages:    condition(expressions.Messages, unauthorized),
	}
	var matcher matchconditions.Matcher
	if len(expressions.MatchConditions) > 0 {
		matcher = matchconditions.NewMatcher(parts.matches, spec.FailurePolicy, "policy", "validate", policy.Name)
	}
	parts.validator = validating.NewValidator(parts.validations, matcher, parts.annotations, parts.messages, spec.FailurePolicy)
	return parts.evaluate, nil
}

type parts struct {
	validator                                   validating.Validator
	matches, validations, messages, annotations *metered
}

func (p *parts) evaluate(ctx context.Context, input admission.Input) admission.Evaluation {
	for _, each := range []*metered{p.matches, p.validations, p.messages, p.annotations} {
		each.reset()
	}
	versioned := &apiserver.VersionedAttributes{Attributes: input.Attributes, VersionedKind: input.Kind}
	if input.Object != nil {
		versioned.VersionedObject = input.Object
	}
	if input.OldObject != nil {
		versioned.VersionedOldObject = input.OldObject
	}
	result := p.validator.Validate(ctx, input.Resource, versioned, input.Params, input.Namespace, celconfig.RuntimeCELCostBudget, nil)
	return admission.Evaluation{
		Result: result,
		Cost: admission.Cost{
			MatchConditions:  p.matches.cost,
			Validations:      p.validations.cost,
			Messages:         p.messages.cost,
			AuditAnnotations: p.annotations.cost,
		},
		MessageErrors: p.messages.errors,
	}
}

// metered keeps what the validator does not tell: the cost of a group of expressions, and the error of each.
type metered struct {
	cel.Filter
	cost   int64
	errors []error
}

func (m *metered) reset() { m.cost, m.errors = 0, nil }

func (m *metered) ForInput(ctx context.Context, versioned *apiserver.VersionedAttributes, request *admissionv1.AdmissionRequest, variables cel.OptionalVariableBindings, namespace *core.Namespace, budget int64) ([]cel.EvaluationResult, int64, error) {
	results, remaining, err := m.Filter.ForInput(ctx, versioned, request, variables, namespace, budget)
	if err == nil {
		m.cost += budget - remaining
	}
	for _, each := range results {
		m.errors = append(m.errors, each.Error)
	}
	return results, remaining, err
}

package admission

import (
	"fmt"

	admissionregistration "k8s.io/api/admissionregistration/v1"
	"k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/admission/plugin/webhook/matchconditions"
	"k8s.io/apiserver/pkg/cel/environment"
)

// Expressions of a policy, as the API server's compiler takes them. Messages has a nil for a validation without a message expression.
type Expressions struct {
	Variables        []cel.NamedExpressionAccessor
	MatchConditions  []cel.ExpressionAccessor
	Validations      []cel.ExpressionAccessor
	Messages         []cel.ExpressionAccessor
	AuditAnnotations []cel.ExpressionAccessor
}

// ExpressionsOf collects the expressions in the policy's order.
func ExpressionsOf(spec admissionregistration.ValidatingAdmissionPolicySpec) Expressions {
	var made Expressions
	for _, each := range spec.Variables {
		made.Variables = append(made.Variables, &validating.Variable{Name: each.Name, Expression: each.Expression})
	}
	for i := range spec.MatchConditions {
		made.MatchConditions = append(made.MatchConditions, (*matchconditions.MatchCondition)(&spec.MatchConditions[i]))
	}
	for _, each := range spec.Validations {
		made.Validations = append(made.Validations,
			&validating.ValidationCondition{Expression: each.Expression, Message: each.Message, Reason: each.Reason})
		var message cel.ExpressionAccessor
		if each.MessageExpression != "" {
			message = &validating.MessageExpressionCondition{MessageExpression: each.MessageExpression}
		}
		made.Messages = append(made.Messages, message)
	}
	for _, each := range spec.AuditAnnotations {
		made.AuditAnnotations = append(made.AuditAnnotations,
			&validating.AuditAnnotationCondition{Key: each.Key, ValueExpression: each.ValueExpression})
	}
	return made
}

// VariableCompiler is a compiler that later expressions can name the variables of.
type VariableCompiler interface {
	cel.Compiler
	CompileAndStoreVariable(cel.NamedExpressionAccessor, cel.OptionalVariableDeclarations, environment.Type) cel.CompilationResult
}

// Check compiles every expression as the API server does before it stores a new policy: with the libraries of the minor before, so
// that the policy survives a rollback. Match conditions see no variables there.
func Check(made Expressions, composed VariableCompiler, alone cel.Compiler, variables, messages cel.OptionalVariableDeclarations) []CompileError {
	found := []CompileError{}
	note := func(field string, result cel.CompilationResult) {
		if result.Error != nil {
			found = append(found, CompileError{Field: field, Message: result.Error.Error()})
		}
	}
	for i, each := range made.MatchConditions {
		note(fmt.Sprintf("spec.matchConditions[%d].expression", i), alone.CompileCELExpression(each, variables, environment.NewExpressions))
	}
	for i, each := range made.Variables {
		note(fmt.Sprintf("spec.variables[%d].expression", i), composed.CompileAndStoreVariable(each, variables, environment.NewExpressions))
	}
	for i, each := range made.Validations {
		note(fmt.Sprintf("spec.validations[%d].expression", i), composed.CompileCELExpression(each, variables, environment.NewExpressions))
		if message := made.Messages[i]; message != nil {
			note(fmt.Sprintf("spec.validations[%d].messageExpression", i), composed.CompileCELExpression(message, messages, environment.NewExpressions))
		}
	}
	for i, each := range made.AuditAnnotations {
		note(fmt.Sprintf("spec.auditAnnotations[%d].valueExpression", i), composed.CompileCELExpression(each, variables, environment.NewExpressions))
	}
	return found
}

package rego

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/version"
)

type capabilities = ast.Capabilities

// errorLimit bounds how many findings one request reports.
const errorLimit = 100

// Compile parses and checks the modules strictly, formats them, and compiles the formatted text to WASM: what a
// reader sees is what runs. Positions in errors refer to the text as it was given.
func Compile(ctx context.Context, request Request) (response Response) {
	defer func() {
		if cause := recover(); cause != nil {
			response = Failure(fmt.Errorf("the compiler panicked: %v", cause))
		}
	}()

	given, err := parse(request.Modules, request.Capabilities)
	if err != nil {
		return Failure(err)
	}
	if err := check(given, request.Capabilities); err != nil {
		return Failure(err)
	}
	formatted, err := formatAll(request)
	if err != nil {
		return Failure(err)
	}
	response = Response{Version: version.Version, Formatted: formatted, Errors: errorList{}}
	if len(request.Entrypoints) == 0 {
		return response
	}
	response.Wasm, err = toWasm(ctx, request, formatted)
	if err != nil {
		return Failure(err)
	}
	return response
}

func parserOptions(allowed *ast.Capabilities) ast.ParserOptions {
	return ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: allowed}
}

func parse(modules map[string]string, allowed *ast.Capabilities) (map[string]*ast.Module, error) {
	parsed := make(map[string]*ast.Module, len(modules))
	var found errorList
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		module, err := ast.ParseModuleWithOpts(file, modules[file], parserOptions(allowed))
		if err != nil {
			found = append(found, findings(err)...)
			continue
		}
		parsed[file] = module
	}
	if len(found) > 0 {
		return nil, found
	}
	return parsed, nil
}

func check(modules map[string]*ast.Module, allowed *ast.Capabilities) error {
	compiler := ast.NewCompiler().
		SetErrorLimit(errorLimit).
		WithStrict(true).
		WithCapabilities(allowed).
		WithDefaultRegoVersion(ast.RegoV1)
	// Print statements stay in for the check: a capabilities document without `internal.print` then refuses them,
	// where OPA would otherwise erase them without a word.
	compiler.WithEnablePrintStatements(true)
	if compiler.Compile(modules); compiler.Failed() {
		return compiler.Errors
	}
	return nil
}

func formatAll(request Request) (map[string]string, error) {
	options := parserOptions(request.Capabilities)
	formatted := make(map[string]string, len(request.Modules))
	for file, text := range request.Modules {
		out, err := format.SourceWithOpts(file, []byte(text), format.Opts{
			RegoVersion: ast.RegoV1, ParserOptions: &options, Capabilities: request.Capabilities,
		})
		if err != nil {
			return nil, err
		}
		formatted[file] = string(out)
	}
	return formatted, nil
}

func toWasm(ctx context.Context, request Request, modules map[string]string) ([]byte, error) {
	parsed, err := parse(modules, request.Capabilities)
	if err != nil {
		return nil, err
	}
	source := bundle.Bundle{Data: map[string]any{}}
	source.Manifest.Init()
	for _, file := range slices.Sorted(maps.Keys(parsed)) {
		source.Modules = append(source.Modules, bundle.ModuleFile{
			URL: file, Path: file, Raw: []byte(modules[file]), Parsed: parsed[file],
		})
	}
	compiler := compile.New().
		WithTarget(compile.TargetWasm).
		WithRegoVersion(ast.RegoV1).
		WithCapabilities(request.Capabilities).
		WithEntrypoints(request.Entrypoints...).
		WithBundle(&source)
	if err := compiler.Build(ctx); err != nil {
		return nil, err
	}
	return compiler.Bundle().WasmModules[0].Raw, nil
}

// Failure is the response for anything that went wrong.
func Failure(err error) Response {
	found := findings(err)
	slices.SortStableFunc(found, inFileOrder)
	return Response{Version: version.Version, Errors: found}
}

// findings takes apart what OPA returns as an error: a list, one error, or a plain text of its compiler.
func findings(err error) errorList {
	var ours errorList
	var list ast.Errors
	var one *ast.Error
	switch {
	case errors.As(err, &ours):
		return ours
	case errors.As(err, &list):
		found := make(errorList, 0, len(list))
		for _, each := range list {
			found = append(found, located(each))
		}
		return found
	case errors.As(err, &one):
		return errorList{located(one)}
	default:
		return errorList{{Code: "opa_compile_error", Message: err.Error()}}
	}
}

func located(err *ast.Error) Error {
	result := Error{Code: err.Code, Message: err.Message}
	if err.Location != nil {
		result.File, result.Line, result.Column = err.Location.File, err.Location.Row, err.Location.Col
	}
	return result
}

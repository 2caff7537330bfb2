// Command evaluate runs Rego in topdown, OPA's own evaluator, so that tests can hold policy.wasm against it. The first line
// of standard input is {"modules": {file: text}}; each further line {"query", "input"} gets one line {"results"} or {"error"}.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/util"
)

type policySet struct {
	Modules map[string]string `json:"modules"`
}

type question struct {
	Query string          `json:"query"`
	Input json.RawMessage `json:"input"`
}

// answer holds one value a solution of the query; none when the query is undefined.
type answer struct {
	Results []any  `json:"results"`
	Error   string `json:"error,omitempty"`
}

func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(in io.Reader, out io.Writer) error {
	lines := json.NewDecoder(bufio.NewReaderSize(in, 1<<16))
	buffered := bufio.NewWriterSize(out, 1<<16)
	answers := json.NewEncoder(buffered)
	answers.SetEscapeHTML(false)

	var set policySet
	if err := lines.Decode(&set); err != nil {
		return fmt.Errorf("reading the modules: %w", err)
	}
	compiler, err := ast.CompileModulesWithOpt(set.Modules, ast.CompileOpts{
		ParserOptions: ast.ParserOptions{RegoVersion: ast.RegoV1},
	})
	if err != nil {
		return fmt.Errorf("compiling the modules: %w", err)
	}
	prepared := map[string]rego.PreparedEvalQuery{}
	for {
		var asked question
		if err := lines.Decode(&asked); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("reading a question: %w", err)
		}
		if err := answers.Encode(ask(compiler, prepared, asked)); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
		if err := buffered.Flush(); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
	}
}

func ask(compiler *ast.Compiler, prepared map[string]rego.PreparedEvalQuery, asked question) answer {
	ctx := context.Background()
	query, known := prepared[asked.Query]
	if !known {
		made, err := rego.New(rego.Query(asked.Query), rego.Compiler(compiler)).PrepareForEval(ctx)
		if err != nil {
			return answer{Results: []any{}, Error: err.Error()}
		}
		prepared[asked.Query], query = made, made
	}
	// util.UnmarshalJSON keeps numbers as written; encoding/json would round them to a float64.
	var input any
	if err := util.UnmarshalJSON(asked.Input, &input); err != nil {
		return answer{Results: []any{}, Error: err.Error()}
	}
	found, err := query.Eval(ctx, rego.EvalInput(input))
	if err != nil {
		return answer{Results: []any{}, Error: err.Error()}
	}
	results := []any{}
	for _, each := range found {
		results = append(results, each.Expressions[0].Value)
	}
	return answer{Results: results}
}

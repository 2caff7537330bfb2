// Command capabilities prints the capabilities document that writ compiles against: the builtins of the pinned OPA
// that its WASM target runs natively, less those whose WASM result cannot be trusted.
// Run it in this folder: go run ./capabilities > ../capabilities.json
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// distrusted names builtins that are native in WASM and yet left out, each with its reason.
var distrusted = map[string]string{
	"format_int":        "aborts the instance for 2^31 and above",
	"strings.replace_n": "visits the patterns in another order than topdown and does not end for an empty pattern",
}

// features are those of Rego v1: the text that writ emits must load in every OPA from 1.0 on.
var features = []string{ast.FeatureRegoV1}

// document is ast.Capabilities with an allow_net that is written even when empty: empty means no host,
// absent means every host.
type document struct {
	Builtins        []*ast.Builtin       `json:"builtins"`
	FutureKeywords  []string             `json:"future_keywords"`
	WasmABIVersions []ast.WasmABIVersion `json:"wasm_abi_versions,omitempty"`
	Features        []string             `json:"features"`
	AllowNet        []string             `json:"allow_net"`
}

func main() {
	native, err := nativeInWasm()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	all := ast.CapabilitiesForThisVersion()
	out := document{
		FutureKeywords: []string{}, WasmABIVersions: all.WasmABIVersions, Features: features, AllowNet: []string{},
	}
	for _, builtin := range all.Builtins {
		if _, left := distrusted[builtin.Name]; native[builtin.Name] && !left && !builtin.IsDeprecated() {
			out.Builtins = append(out.Builtins, narrowed(builtin))
		}
	}
	text, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}

// narrowed restricts concat to arrays: WASM joins the members of a set in hash order, topdown in sorted order.
func narrowed(builtin *ast.Builtin) *ast.Builtin {
	if builtin.Name != ast.Concat.Name {
		return builtin
	}
	copied := *builtin
	copied.Decl = types.NewFunction(types.Args(types.S, types.NewArray(nil, types.S)), types.S)
	return &copied
}

// nativeInWasm reads which builtins need no host from the metadata that OPA ships: the table itself is internal.
func nativeInWasm() (map[string]bool, error) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/open-policy-agent/opa").Output()
	if err != nil {
		return nil, fmt.Errorf("finding the OPA module: %w", err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "builtin_metadata.json"))
	if err != nil {
		return nil, err
	}
	var entries map[string]json.RawMessage
	if err := json.Unmarshal(text, &entries); err != nil {
		return nil, err
	}
	native := make(map[string]bool, len(entries))
	for name, entry := range entries {
		if strings.HasPrefix(name, "_") { // indexes over the entries, not builtins
			continue
		}
		var fields struct{ Wasm bool }
		if err := json.Unmarshal(entry, &fields); err != nil {
			return nil, fmt.Errorf("metadata of %s: %w", name, err)
		}
		native[name] = fields.Wasm
	}
	return native, nil
}

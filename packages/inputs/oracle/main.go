// Command oracle answers how Kubernetes itself reads a text: split by the YAML reader of k8s.io/apimachinery, each part
// converted by sigs.k8s.io/yaml. It takes JSON strings, one a line, and answers one line for each.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"log"
	"os"

	reader "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// part is one document: its JSON, or why there is none. Duplicate says that only strict decoding refuses it.
type part struct {
	JSON      json.RawMessage `json:"json,omitempty"`
	Error     string          `json:"error,omitempty"`
	Duplicate bool            `json:"duplicate,omitempty"`
}

func read(text string) []part {
	parts := []part{}
	documents := reader.NewYAMLReader(bufio.NewReader(bytes.NewReader([]byte(text))))
	for {
		document, err := documents.Read()
		if err == io.EOF {
			return parts
		}
		if err != nil {
			return append(parts, part{Error: err.Error()})
		}
		value, err := yaml.YAMLToJSON(document)
		if err != nil {
			parts = append(parts, part{Error: err.Error()})
			continue
		}
		_, err = yaml.YAMLToJSONStrict(document)
		parts = append(parts, part{JSON: value, Duplicate: err != nil})
	}
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer func() {
		if err := out.Flush(); err != nil {
			log.Fatal(err)
		}
	}()
	encoder := json.NewEncoder(out)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var text string
			if err := json.Unmarshal(line, &text); err != nil {
				log.Fatal(err)
			}
			if err := encoder.Encode(read(text)); err != nil {
				log.Fatal(err)
			}
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			log.Fatal(err)
		}
	}
}

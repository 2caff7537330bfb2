package main

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"
)

// The fixture that the TypeScript tests read is what the pinned library says.
func TestFixture(t *testing.T) {
	file, err := os.Open("fixture.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][2]json.RawMessage
	for decoder := json.NewDecoder(file); decoder.More(); {
		var row [2]json.RawMessage
		if err := decoder.Decode(&row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		t.Fatal("the fixture is empty")
	}
	for _, row := range rows {
		var text string
		if err := json.Unmarshal(row[0], &text); err != nil {
			t.Fatal(err)
		}
		answer, err := json.Marshal(read(text))
		if err != nil {
			t.Fatal(err)
		}
		var want, got any
		if err := json.Unmarshal(row[1], &want); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(answer, &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(want, got) {
			t.Errorf("%q: the fixture says %s, the library %s", text, row[1], answer)
		}
	}
}

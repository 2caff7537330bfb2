//go:build !wasip1

// Command compile answers each line of JSON on standard input (rego.Request) with one on standard output
// (rego.Response). Built for wasip1 it has no main loop but exports, which @writ/opa calls from Node.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"writ.dev/opa/rego"
)

func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(in io.Reader, out io.Writer) error {
	requests := json.NewDecoder(bufio.NewReaderSize(in, 1<<16))
	buffered := bufio.NewWriterSize(out, 1<<16)
	responses := json.NewEncoder(buffered)
	responses.SetEscapeHTML(false)
	for {
		var request rego.Request
		if err := requests.Decode(&request); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("reading a request: %w", err)
		}
		if err := responses.Encode(rego.Compile(context.Background(), request)); err != nil {
			return fmt.Errorf("writing a response: %w", err)
		}
		if err := buffered.Flush(); err != nil {
			return fmt.Errorf("writing a response: %w", err)
		}
	}
}

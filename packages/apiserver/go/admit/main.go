//go:build !wasip1

// Command admit answers each line of JSON on standard input (admission.Request) with one on standard output (admission.Response). Built for
// wasip1 it has no main loop but exports, which @writ/apiserver calls from Node.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"writ.dev/apiserver/admission"
)

func main() {
	admitter := admission.New()
	requests, responses := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	responses.SetEscapeHTML(false)
	for {
		var request admission.Request
		if err := requests.Decode(&request); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			fmt.Fprintln(os.Stderr, "reading a request:", err)
			os.Exit(1)
		}
		if err := responses.Encode(admitter.Answer(request)); err != nil {
			fmt.Fprintln(os.Stderr, "writing a response:", err)
			os.Exit(1)
		}
	}
}

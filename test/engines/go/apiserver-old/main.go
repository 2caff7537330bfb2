// Command apiserver-old evaluates ValidatingAdmissionPolicies with the oldest minor that writ supports of the API server's own code.
package main

import (
	"fmt"
	"os"

	"writ.dev/engines/admission"
)

func main() {
	if err := admission.Serve(os.Stdin, os.Stdout, compile); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Command apiserver-new evaluates ValidatingAdmissionPolicies with the newest minor of the API server's own code.
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

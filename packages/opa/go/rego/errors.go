package rego

import (
	"cmp"
	"fmt"
)

// errorList is several findings travelling as one error.
type errorList []Error

func (list errorList) Error() string {
	return fmt.Sprintf("%d errors", len(list))
}

// inFileOrder makes the list of errors the same from run to run: OPA visits modules in map order.
func inFileOrder(a, b Error) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Message, b.Message),
	)
}

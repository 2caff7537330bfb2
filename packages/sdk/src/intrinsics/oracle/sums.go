package main

import (
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
)

// canonicalSum adds as a program would, starting from the first quantity that is not zero; nil when one is malformed.
func canonicalSum(texts []string) *string {
	total := resource.Quantity{Format: resource.DecimalSI}
	first := resource.Format("")
	for _, text := range texts {
		quantity, err := resource.ParseQuantity(strings.TrimSpace(text))
		if err != nil {
			return nil
		}
		if first == "" && !quantity.IsZero() {
			first = quantity.Format
		}
		total.Add(quantity)
	}
	// Where the sum was zero on the way, Add forgets the notation that it began with.
	if first != "" {
		total.Format = first
	}
	number, suffix := total.CanonicalizeBytes(nil)
	text := string(number) + string(suffix)
	return &text
}

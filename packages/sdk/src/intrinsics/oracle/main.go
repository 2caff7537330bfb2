// The oracle says what the reference implementations make of quantities, image references, base64 and URLs: k8s.io/apimachinery,
// github.com/distribution/reference, encoding/base64 and net/url. It reads {"quantities": [...], "images": [...], ...} and writes the
// fixtures' contents.
package main

import (
	_ "crypto/sha256"
	_ "crypto/sha512"
	"encoding/json"
	"log"
	"os"
	"sort"
	"strings"

	"github.com/distribution/reference"
	"k8s.io/apimachinery/pkg/api/resource"
)

type input struct {
	Quantities []string `json:"quantities"`
	Images     []string `json:"images"`
	// Lists of quantities that are added up.
	Sums   [][]string `json:"sums"`
	Base64 []string   `json:"base64"`
	Urls   []string   `json:"urls"`
}

type image struct {
	Registry   string `json:"registry"`
	Repository string `json:"repository"`
	Name       string `json:"name"`
	Tag        string `json:"tag,omitempty"`
	Digest     string `json:"digest,omitempty"`
}

type output struct {
	// Ranks holds the dense rank of each quantity among the readable ones (equal quantities share one), null if malformed.
	Ranks  []*int   `json:"ranks"`
	Images []*image `json:"images"`
	// Sums holds the canonical form of each sum, Base64 the texts, Urls the host names; null where the reference refuses.
	Sums   []*string `json:"sums"`
	Base64 []*string `json:"base64"`
	Urls   []*string `json:"urls"`
}

func main() {
	var in input
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		log.Fatal(err)
	}
	out := output{Ranks: ranks(in.Quantities)}
	for _, text := range in.Images {
		out.Images = append(out.Images, parseImage(text))
	}
	for _, texts := range in.Sums {
		out.Sums = append(out.Sums, canonicalSum(texts))
	}
	for _, text := range in.Base64 {
		out.Base64 = append(out.Base64, decoded(text))
	}
	for _, text := range in.Urls {
		out.Urls = append(out.Urls, hostOf(text))
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		log.Fatal(err)
	}
}

func ranks(texts []string) []*int {
	parsed := make([]*resource.Quantity, len(texts))
	var order []int
	for i, text := range texts {
		// UnmarshalJSON trims before it parses.
		if quantity, err := resource.ParseQuantity(strings.TrimSpace(text)); err == nil {
			parsed[i] = &quantity
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return parsed[order[a]].Cmp(*parsed[order[b]]) < 0 })
	result := make([]*int, len(texts))
	rank := 0
	for position, i := range order {
		if position > 0 && parsed[order[position-1]].Cmp(*parsed[i]) != 0 {
			rank++
		}
		value := rank
		result[i] = &value
	}
	return result
}

func parseImage(text string) *image {
	named, err := reference.ParseNormalizedNamed(text)
	if err != nil {
		return nil
	}
	result := &image{Registry: reference.Domain(named), Repository: reference.Path(named), Name: named.Name()}
	if tagged, ok := named.(reference.Tagged); ok {
		result.Tag = tagged.Tag()
	}
	if digested, ok := named.(reference.Digested); ok {
		result.Digest = digested.Digest().String()
	}
	return result
}

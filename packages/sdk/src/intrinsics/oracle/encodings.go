package main

import (
	"encoding/base64"
	"net/url"
	"unicode/utf8"
)

// decoded is nil for what encoding/base64 refuses, and for bytes that are no text.
func decoded(encoded string) *string {
	bytes, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || !utf8.Valid(bytes) {
		return nil
	}
	text := string(bytes)
	return &text
}

// hostOf is nil for what net/url cannot read.
func hostOf(text string) *string {
	parsed, err := url.Parse(text)
	if err != nil {
		return nil
	}
	host := parsed.Hostname()
	return &host
}

package main

import (
	"context"
	"encoding/json"
	"runtime/debug"
	"unsafe"

	"writ.dev/opa/rego"
)

// The host passes a request in three calls: receive, then it writes the JSON text to the address that it got,
// then compile, whose result is the length of the text at the address that response gives. Standard streams would be
// simpler, but under Node they do not block, and Go's runtime then fails a read that has to wait.
var requestText, responseText []byte

func init() {
	// The heap is small: collecting seldom saves a good part of a compile.
	debug.SetGCPercent(400)
}

//go:wasmexport receive
func receive(length int32) unsafe.Pointer {
	requestText = make([]byte, length)
	return unsafe.Pointer(unsafe.SliceData(requestText))
}

//go:wasmexport compile
func compile() int32 {
	responseText = answer(requestText)
	requestText = nil
	return int32(len(responseText))
}

//go:wasmexport response
func response() unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(responseText))
}

func answer(text []byte) []byte {
	var request rego.Request
	if err := json.Unmarshal(text, &request); err != nil {
		return encoded(rego.Failure(err))
	}
	return encoded(rego.Compile(context.Background(), request))
}

func encoded(response rego.Response) []byte {
	text, err := json.Marshal(response)
	if err != nil {
		panic(err)
	}
	return text
}

func main() {}

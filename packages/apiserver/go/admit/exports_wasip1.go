package main

import (
	"encoding/json"
	"runtime/debug"
	"unsafe"

	"writ.dev/apiserver/admission"
)

// The host passes a request as it does to OPA's module: receive, then it writes the JSON text to the address that it got, then admit, whose
// result is the length of the text at the address that response gives.
var (
	admitter                  = admission.New()
	requestText, responseText []byte
)

func init() { debug.SetGCPercent(400) }

//go:wasmexport receive
func receive(length int32) unsafe.Pointer {
	requestText = make([]byte, length)
	return unsafe.Pointer(unsafe.SliceData(requestText))
}

//go:wasmexport admit
func admit() int32 {
	responseText = answer(requestText)
	requestText = nil
	return int32(len(responseText))
}

//go:wasmexport response
func response() unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(responseText))
}

// answer panics on what the host itself got wrong: documents are data, a request is not.
func answer(text []byte) []byte {
	var request admission.Request
	if err := json.Unmarshal(text, &request); err != nil {
		panic(err)
	}
	response, err := json.Marshal(admitter.Answer(request))
	if err != nil {
		panic(err)
	}
	return response
}

func main() {}

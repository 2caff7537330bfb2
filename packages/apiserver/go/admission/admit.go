package admission

import (
	"context"
	"encoding/json"
	"fmt"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// Admitter admits documents. The definitions of custom resources that it has seen stay with it.
type Admitter struct {
	servers []server
	custom  customKinds
}

// New makes an Admitter that knows the kinds of kube-apiserver alone.
func New() *Admitter { return &Admitter{servers: servers(), custom: customKinds{}} }

// Answer answers a request as JSON text.
func (a *Admitter) Answer(request Request) Response {
	response := Response{Definitions: []Result{}, Documents: []Result{}}
	for _, definition := range request.Definitions {
		response.Definitions = append(response.Definitions, guarded(func() Result { return a.define(definition) }))
	}
	admit := a.admit
	if request.Stored {
		admit = a.store
	}
	for _, document := range request.Documents {
		response.Documents = append(response.Documents, guarded(func() Result { return admit(document) }))
	}
	return response
}

// guarded turns a panic of the API server's code, which there answers 500, into a refusal: the other documents go on.
func guarded(admit func() Result) (result Result) {
	defer func() {
		if problem := recover(); problem != nil {
			result = refused(fmt.Sprintf("the API server's code fails on it: %v", problem))
		}
	}()
	return admit()
}

func (a *Admitter) admit(document Document) Result {
	return a.made(document, func(server server, object runtime.Object, _ schema.GroupVersion) (runtime.Object, error) {
		return object, nil
	})
}

func (a *Admitter) store(document Document) Result {
	return a.made(document, server.throughStorage)
}

// made finds who decodes a document and gives what came of it; `last` changes the prepared object of a built-in kind.
func (a *Admitter) made(document Document, last lastStep) Result {
	kind, problem := kindOf(document.Object)
	if problem != "" {
		return refused(problem)
	}
	for _, server := range a.servers {
		if server.scheme.Recognizes(kind) {
			return server.admit(document, kind.GroupVersion(), last)
		}
	}
	if custom, found := a.custom[kind]; found {
		return custom.admit(document)
	}
	return Result{Outcome: Unknown}
}

type lastStep func(server, runtime.Object, schema.GroupVersion) (runtime.Object, error)

func (s server) admit(document Document, version schema.GroupVersion, last lastStep) Result {
	object, reasons := s.decode(document.Object)
	if len(reasons) > 0 {
		return refused(reasons...)
	}
	if err := settleMetadata(object, document.Namespace); err != nil {
		return refused(err.Error())
	}
	prepare(context.Background(), object)
	object, err := last(s, object, version)
	if err != nil {
		return refused(err.Error())
	}
	text, err := runtime.Encode(s.codecs.EncoderForVersion(s.strict, version), object)
	if err != nil {
		return refused(err.Error())
	}
	return Result{Outcome: Admitted, Object: text}
}

// throughStorage writes an object as etcd holds it and reads it again.
func (s server) throughStorage(object runtime.Object, version schema.GroupVersion) (runtime.Object, error) {
	stored, err := runtime.Encode(s.codecs.EncoderForVersion(s.storage, version), object)
	if err != nil {
		return nil, err
	}
	return runtime.Decode(s.codecs.DecoderToVersion(s.storage, runtime.InternalGroupVersioner), stored)
}

// decode gives the internal, defaulted form of a document, as the handler of a create request does with fieldValidation Strict.
func (s server) decode(document json.RawMessage) (runtime.Object, []string) {
	object, _, err := s.codecs.DecoderToVersion(s.strict, runtime.InternalGroupVersioner).Decode(document, nil, nil)
	if strict, is := runtime.AsStrictDecodingError(err); is {
		reasons := []string{}
		for _, problem := range strict.Errors() {
			reasons = append(reasons, problem.Error())
		}
		return nil, reasons
	}
	if err != nil {
		return nil, []string{err.Error()}
	}
	return object, nil
}

func kindOf(document json.RawMessage) (schema.GroupVersionKind, string) {
	var written struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
	}
	if err := json.Unmarshal(document, &written); err != nil {
		return schema.GroupVersionKind{}, err.Error()
	}
	version, err := schema.ParseGroupVersion(written.APIVersion)
	if err != nil {
		return schema.GroupVersionKind{}, err.Error()
	}
	return version.WithKind(written.Kind), ""
}

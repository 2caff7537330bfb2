package admission

import (
	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/install"
	"k8s.io/kubernetes/pkg/api/legacyscheme"

	// The groups that kube-apiserver itself serves: each import registers the types, conversions and defaults of one.
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apiserverinternal/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/authentication/install"
	_ "k8s.io/kubernetes/pkg/apis/authorization/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/events/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/lifecycle/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/resource/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	_ "k8s.io/kubernetes/pkg/apis/storagemigration/install"
)

// server is one of the API servers that kube-apiserver is made of, with the codecs of its groups.
type server struct {
	scheme *runtime.Scheme
	codecs serializer.CodecFactory
	// strict reads and writes what clients send and get, storage what etcd holds.
	strict, storage runtime.Serializer
}

// servers in the order in which kube-apiserver delegates; no kind is in two of them. Definitions are stored as JSON.
func servers() []server {
	definitions, services := runtime.NewScheme(), runtime.NewScheme()
	apiextensions.Install(definitions)
	apiregistration.Install(services)
	return []server{
		newServer(legacyscheme.Scheme, legacyscheme.Codecs, runtime.ContentTypeProtobuf),
		newServer(definitions, serializer.NewCodecFactory(definitions), runtime.ContentTypeJSON),
		newServer(services, serializer.NewCodecFactory(services), runtime.ContentTypeJSON),
	}
}

func newServer(scheme *runtime.Scheme, codecs serializer.CodecFactory, stored string) server {
	made := server{scheme: scheme, codecs: codecs}
	for _, info := range codecs.SupportedMediaTypes() {
		if info.MediaType == runtime.ContentTypeJSON {
			made.strict = info.StrictSerializer
		}
		if info.MediaType == stored {
			made.storage = info.Serializer
		}
	}
	return made
}

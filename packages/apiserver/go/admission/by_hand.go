package admission

import (
	"k8s.io/apimachinery/pkg/runtime"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/component-base/featuregate"
	"k8s.io/kube-aggregator/pkg/apis/apiregistration"
	"k8s.io/kubernetes/pkg/api/job"
	"k8s.io/kubernetes/pkg/api/persistentvolume"
	"k8s.io/kubernetes/pkg/api/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/api/resourceclaimspec"
	"k8s.io/kubernetes/pkg/apis/admissionregistration"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/certificates"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/apis/discovery"
	"k8s.io/kubernetes/pkg/apis/resource"
	"k8s.io/kubernetes/pkg/features"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
)

// prepareByHand does what the strategies do that cannot be imported alone. What they call is called here as well; a dry run against a
// real API server holds the rest (test/engines/as-admitted).
func prepareByHand(object runtime.Object) {
	switch object := object.(type) {
	case *core.Pod:
		preparePod(object)
	case *core.ReplicationController:
		object.Status, object.Generation = core.ReplicationControllerStatus{}, 1
		pod.DropDisabledTemplateFields(object.Spec.Template, nil)
	case *apps.ReplicaSet:
		object.Status, object.Generation = apps.ReplicaSetStatus{}, 1
		pod.DropDisabledTemplateFields(&object.Spec.Template, nil)
	case *batch.Job:
		prepareJob(object)
	case *core.Service:
		object.Status = core.ServiceStatus{}
	case *core.ServiceAccount:
		for index, secret := range object.Secrets {
			object.Secrets[index] = core.ObjectReference{Name: secret.Name}
		}
	case *core.Namespace:
		prepareNamespace(object)
	case *core.Node:
		object.Spec.ConfigSource, object.Status.Config = nil, nil
		if !enabled(features.InPlacePodVerticalScalingSchedulerPreemption) {
			object.Spec.PodPreemptionPolicy = nil
		}
	case *core.PersistentVolume:
		object.Status = core.PersistentVolumeStatus{Phase: core.VolumePending}
		persistentvolume.DropDisabledSpecFields(&object.Spec, nil)
	case *core.PersistentVolumeClaim:
		object.Status = core.PersistentVolumeClaimStatus{}
		persistentvolumeclaim.DropDisabledFields(&object.Spec, nil)
		persistentvolumeclaim.EnforceDataSourceBackwardsCompatibility(&object.Spec, nil)
		persistentvolumeclaim.NormalizeDataSources(&object.Spec)
	case *certificates.CertificateSigningRequest:
		prepareSigningRequest(object)
	case *certificates.PodCertificateRequest:
		object.Status = certificates.PodCertificateRequestStatus{}
	case *discovery.EndpointSlice:
		prepareEndpointSlice(object)
	case *resource.ResourceClaim:
		object.Status = resource.ResourceClaimStatus{}
		resourceclaimspec.DropDisabledFields(&object.Spec, nil)
	case *resource.ResourceClaimTemplate:
		resourceclaimspec.DropDisabledFields(&object.Spec.Spec, nil)
	case *resource.ResourceSlice:
		prepareResourceSlice(object)
	case *admissionregistration.ValidatingAdmissionPolicy:
		object.Status, object.Generation = admissionregistration.ValidatingAdmissionPolicyStatus{}, 1
	case *admissionregistration.ValidatingAdmissionPolicyBinding:
		object.Generation = 1
	case *admissionregistration.MutatingAdmissionPolicy:
		object.Generation = 1
	case *admissionregistration.MutatingAdmissionPolicyBinding:
		object.Generation = 1
	case *admissionregistration.ValidatingWebhookConfiguration:
		object.Generation = 1
	case *admissionregistration.MutatingWebhookConfiguration:
		object.Generation = 1
	case *apiextensions.CustomResourceDefinition:
		prepareDefinition(object)
	case *apiregistration.APIService:
		prepareAPIService(object)
	}
}

// prepareJob leaves out what is made from the uid, or from a generated name: only a running server gives those.
func prepareJob(object *batch.Job) {
	object.Status, object.Generation = batch.JobStatus{}, 1
	if manual := object.Spec.ManualSelector; object.Name != "" && (manual == nil || !*manual) {
		for _, label := range []string{batch.LegacyJobNameLabel, batch.JobNameLabel} {
			if _, written := object.Spec.Template.Labels[label]; written {
				continue
			}
			if object.Spec.Template.Labels == nil {
				object.Spec.Template.Labels = map[string]string{}
			}
			object.Spec.Template.Labels[label] = object.Name
		}
	}
	job.DropDisabledFields(&object.Spec, nil)
	pod.DropDisabledTemplateFields(&object.Spec.Template, nil)
}

func prepareNamespace(object *core.Namespace) {
	object.Status = core.NamespaceStatus{Phase: core.NamespaceActive}
	for _, finalizer := range object.Spec.Finalizers {
		if finalizer == core.FinalizerKubernetes {
			return
		}
	}
	object.Spec.Finalizers = append(object.Spec.Finalizers, core.FinalizerKubernetes)
}

// prepareSigningRequest takes away who asks: the server writes that of the request.
func prepareSigningRequest(object *certificates.CertificateSigningRequest) {
	object.Spec.Username, object.Spec.UID, object.Spec.Groups, object.Spec.Extra = "", "", nil, nil
	object.Status = certificates.CertificateSigningRequestStatus{
		Conditions: []certificates.CertificateSigningRequestCondition{},
	}
}

// prepareEndpointSlice drops what discovery.k8s.io/v1, the only version served, does not let anyone write.
func prepareEndpointSlice(object *discovery.EndpointSlice) {
	object.Generation = 1
	for index := range object.Endpoints {
		object.Endpoints[index].DeprecatedTopology = nil
	}
}

func prepareDefinition(object *apiextensions.CustomResourceDefinition) {
	object.Status, object.Generation = apiextensions.CustomResourceDefinitionStatus{}, 1
	for _, version := range object.Spec.Versions {
		if version.Storage {
			object.Status.StoredVersions = append(object.Status.StoredVersions, version.Name)
			return
		}
	}
}

func prepareAPIService(object *apiregistration.APIService) {
	object.Status = apiregistration.APIServiceStatus{}
	if object.Spec.Service == nil {
		apiregistration.SetAPIServiceCondition(object, apiregistration.NewLocalAvailableAPIServiceCondition())
	}
}

// prepareResourceSlice drops the fields of features that are off unless a cluster turns them on.
func prepareResourceSlice(object *resource.ResourceSlice) {
	object.Generation = 1
	if !enabled(features.DRAPartitionableDevicesType) {
		object.Spec.PartitionTypeAttribute = nil
	}
	if !enabled(features.DRAOptionalNodeOperations) {
		object.Spec.SkipNodeOperations = nil
	}
	for index := range object.Spec.Devices {
		prepareDevice(&object.Spec.Devices[index])
	}
}

func prepareDevice(device *resource.Device) {
	if !enabled(features.DRANodeAllocatableResources) {
		device.NodeAllocatableResources = nil
	}
	if !enabled(features.DRADeviceCompatibilityGroups) {
		for index := range device.ConsumesCounters {
			device.ConsumesCounters[index].CompatibilityGroups = nil
		}
	}
	if !enabled(features.DRAListTypeAttributes) {
		for name, attribute := range device.Attributes {
			attribute.BoolValues, attribute.IntValues = nil, nil
			attribute.StringValues, attribute.VersionValues = nil, nil
			device.Attributes[name] = attribute
		}
	}
}

func enabled(feature featuregate.Feature) bool {
	return utilfeature.DefaultFeatureGate.Enabled(feature)
}

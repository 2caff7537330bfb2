package admission

import (
	"context"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/autoscaling"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/certificates"
	"k8s.io/kubernetes/pkg/apis/coordination"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/apis/flowcontrol"
	"k8s.io/kubernetes/pkg/apis/networking"
	"k8s.io/kubernetes/pkg/apis/node"
	"k8s.io/kubernetes/pkg/apis/policy"
	"k8s.io/kubernetes/pkg/apis/resource"
	"k8s.io/kubernetes/pkg/apis/scheduling"
	"k8s.io/kubernetes/pkg/apis/storage"
	"k8s.io/kubernetes/pkg/apis/storagemigration"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/certificates/clustertrustbundle"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/prioritylevelconfiguration"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/networking/servicecidr"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/resource/deviceclass"
	"k8s.io/kubernetes/pkg/registry/resource/devicetaintrule"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/scheduling/workload"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/csinode"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattachment"
	storagemigrationstrategy "k8s.io/kubernetes/pkg/registry/storagemigration/storagemigration"
)

// strategy is the part of a REST strategy that changes a new object before an admission policy sees it.
type strategy interface {
	PrepareForCreate(ctx context.Context, object runtime.Object)
}

// prepare does with a decoded object what its registry does on create. A kind that is in neither switch is stored as it was decoded.
func prepare(ctx context.Context, object runtime.Object) {
	if own := strategyOf(object); own != nil {
		own.PrepareForCreate(ctx, object)
		return
	}
	prepareByHand(object)
}

// settleMetadata takes the namespace of the request, and away what only the server writes.
func settleMetadata(object runtime.Object, namespace string) error {
	metadata, err := meta.Accessor(object)
	if err != nil {
		return err
	}
	rest.WipeObjectMetaSystemFields(metadata)
	return rest.EnsureObjectNamespaceMatchesRequestNamespace(namespace, metadata)
}

// strategyOf gives the API server's own strategy where its package does not bring the storage with it (etcd, gRPC: twice the module).
func strategyOf(object runtime.Object) strategy {
	switch object.(type) {
	case *apps.DaemonSet:
		return daemonset.Strategy
	case *apps.Deployment:
		return deployment.Strategy
	case *apps.StatefulSet:
		return statefulset.Strategy
	case *autoscaling.HorizontalPodAutoscaler:
		return horizontalpodautoscaler.Strategy
	case *batch.CronJob:
		return cronjob.Strategy
	case *certificates.ClusterTrustBundle:
		return clustertrustbundle.Strategy
	case *coordination.Lease:
		return lease.Strategy
	case *core.PodTemplate:
		return podtemplate.Strategy
	case *core.ResourceQuota:
		return resourcequota.Strategy
	case *flowcontrol.FlowSchema:
		return flowschema.Strategy
	case *flowcontrol.PriorityLevelConfiguration:
		return prioritylevelconfiguration.Strategy
	case *networking.Ingress:
		return ingress.Strategy
	case *networking.IngressClass:
		return ingressclass.Strategy
	case *networking.NetworkPolicy:
		return networkpolicy.Strategy
	case *networking.ServiceCIDR:
		return servicecidr.Strategy
	case *node.RuntimeClass:
		return runtimeclass.Strategy
	case *policy.PodDisruptionBudget:
		return poddisruptionbudget.Strategy
	case *resource.DeviceClass:
		return deviceclass.Strategy
	case *resource.DeviceTaintRule:
		return devicetaintrule.Strategy
	case *scheduling.PriorityClass:
		return priorityclass.Strategy
	case *scheduling.Workload:
		return workload.Strategy
	case *storage.CSIDriver:
		return csidriver.Strategy
	case *storage.CSINode:
		return csinode.Strategy
	case *storage.StorageClass:
		return storageclass.Strategy
	case *storage.VolumeAttachment:
		return volumeattachment.Strategy
	case *storagemigration.StorageVersionMigration:
		return storagemigrationstrategy.Strategy
	}
	return nil
}

package admission

import (
	"k8s.io/apimachinery/pkg/api/equality"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/apis/core/helper/qos"
	"k8s.io/kubernetes/pkg/apis/core/validation"
)

// preparePod is for a bare Pod alone: templates keep their label keys and annotations until a controller makes Pods of them.
func preparePod(object *core.Pod) {
	object.Generation = 1
	object.Status = core.PodStatus{Phase: core.PodPending}
	pod.DropDisabledPodFields(object, nil)
	if len(object.Spec.SchedulingGates) > 0 {
		pod.UpdatePodCondition(&object.Status, &core.PodCondition{
			Type:    core.PodScheduled,
			Status:  core.ConditionFalse,
			Reason:  "SchedulingGated",
			Message: "Scheduling is blocked due to non-empty scheduling gates",
		})
	}
	mergeLabelKeys(object)
	fillAppArmorProfiles(object)
	pod.DefaultPodLevelResources(object)
	object.Status.QOSClass = qos.GetPodQOS(object)
}

// mergeLabelKeys turns the label keys of affinity terms and spread constraints into requirements on the Pod's own values.
func mergeLabelKeys(object *core.Pod) {
	for index := range object.Spec.TopologySpreadConstraints {
		constraint := &object.Spec.TopologySpreadConstraints[index]
		requireLabels(constraint.LabelSelector, constraint.MatchLabelKeys, meta.LabelSelectorOpIn, object.Labels)
	}
	for _, term := range affinityTerms(object.Spec.Affinity) {
		requireLabels(term.LabelSelector, term.MatchLabelKeys, meta.LabelSelectorOpIn, object.Labels)
		requireLabels(term.LabelSelector, term.MismatchLabelKeys, meta.LabelSelectorOpNotIn, object.Labels)
	}
}

// requireLabels leaves an absent selector absent: it selects nothing.
func requireLabels(selector *meta.LabelSelector, keys []string, operator meta.LabelSelectorOperator, labels map[string]string) {
	if selector == nil {
		return
	}
	for _, key := range keys {
		if value, found := labels[key]; found {
			requirement := meta.LabelSelectorRequirement{Key: key, Operator: operator, Values: []string{value}}
			selector.MatchExpressions = append(selector.MatchExpressions, requirement)
		}
	}
}

func affinityTerms(affinity *core.Affinity) []*core.PodAffinityTerm {
	terms := []*core.PodAffinityTerm{}
	if affinity == nil {
		return terms
	}
	collect := func(preferred []core.WeightedPodAffinityTerm, required []core.PodAffinityTerm) {
		for index := range preferred {
			terms = append(terms, &preferred[index].PodAffinityTerm)
		}
		for index := range required {
			terms = append(terms, &required[index])
		}
	}
	if together := affinity.PodAffinity; together != nil {
		collect(together.PreferredDuringSchedulingIgnoredDuringExecution, together.RequiredDuringSchedulingIgnoredDuringExecution)
	}
	if apart := affinity.PodAntiAffinity; apart != nil {
		collect(apart.PreferredDuringSchedulingIgnoredDuringExecution, apart.RequiredDuringSchedulingIgnoredDuringExecution)
	}
	return terms
}

// fillAppArmorProfiles writes the deprecated annotation of a container into its security context, unless that says something already, the
// Pod says the same, or the annotation is not valid.
func fillAppArmorProfiles(object *core.Pod) {
	if object.Spec.OS != nil && object.Spec.OS.Name == core.Windows {
		return
	}
	var ofPod *core.AppArmorProfile
	if object.Spec.SecurityContext != nil {
		ofPod = object.Spec.SecurityContext.AppArmorProfile
	}
	pod.VisitContainers(&object.Spec, pod.AllContainers, func(container *core.Container, _ pod.ContainerType) bool {
		annotation, found := object.Annotations[core.DeprecatedAppArmorAnnotationKeyPrefix+container.Name]
		if !found || (container.SecurityContext != nil && container.SecurityContext.AppArmorProfile != nil) {
			return true
		}
		profile := pod.ApparmorFieldForAnnotation(annotation)
		if profile == nil || len(validation.ValidateAppArmorProfileField(profile, nil)) > 0 ||
			equality.Semantic.DeepEqual(profile, ofPod) {
			return true
		}
		if container.SecurityContext == nil {
			container.SecurityContext = &core.SecurityContext{}
		}
		container.SecurityContext.AppArmorProfile = profile
		return true
	})
}

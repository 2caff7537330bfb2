package main

import (
	"github.com/blang/semver/v4"
	"k8s.io/apimachinery/pkg/util/version"
)

func compareSemver(pair [2]string) *int {
	left, err := semver.Parse(pair[0])
	if err != nil {
		return nil
	}
	right, err := semver.Parse(pair[1])
	if err != nil {
		return nil
	}
	return pointer(left.Compare(right))
}

func compareVersions(pair [2]string) *int {
	left, err := version.ParseGeneric(pair[0])
	if err != nil {
		return nil
	}
	order, err := left.Compare(pair[1])
	if err != nil {
		return nil
	}
	return pointer(order)
}

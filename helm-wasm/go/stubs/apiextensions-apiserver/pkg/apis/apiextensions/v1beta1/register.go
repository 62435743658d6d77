// Package v1beta1 adds nothing to the scheme, whose versions are in versions.txt.
package v1beta1

func AddToScheme(any) error { return nil }

// Package v1 has the types that Helm's lookup hands to a cluster and gets from it.
package v1

type GetOptions struct{}

type ListOptions struct{}

type APIResource struct {
	Name, Kind, Group, Version string
	Namespaced                 bool
}

type APIResourceList struct {
	APIResources []APIResource
}

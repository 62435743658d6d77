// Package schema has the names of kinds and resources that Helm's lookup makes.
package schema

type GroupVersion struct{ Group, Version string }

func (v GroupVersion) String() string { return v.Group + "/" + v.Version }

type GroupVersionKind struct{ Group, Version, Kind string }

func (k GroupVersionKind) String() string { return k.Group + "/" + k.Version + ", Kind=" + k.Kind }

func (k GroupVersionKind) GroupVersion() GroupVersion { return GroupVersion{k.Group, k.Version} }

type GroupVersionResource struct{ Group, Version, Resource string }

func FromAPIVersionAndKind(version, kind string) GroupVersionKind {
	return GroupVersionKind{Version: version, Kind: kind}
}

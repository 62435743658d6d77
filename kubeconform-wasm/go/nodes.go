package main

import (
	"strings"

	"github.com/yannh/kubeconform/pkg/resource"
)

type nodeKind uint8

const (
	nullNode nodeKind = iota
	booleanNode
	numberNode
	textNode
	listNode
	objectNode
)

// A node is a value. What is in a list or an object follows it in the same slice, up to end.
type node struct {
	kind   nodeKind
	name   string  // of the field, in an object
	text   string  // of a text
	number float64 // of a number; of a boolean, 1 is true
	end    int
}

// signature gives what names the resource that was read. It says false where kubeconform would look closer:
// at a List, and at names that differ from the usual ones in their case.
func (r *plainReader) signature() (resource.Signature, bool) {
	var sig resource.Signature
	root := r.nodes[0]
	if root.kind != objectNode {
		return sig, false
	}
	for i := 1; i < root.end; i = r.nodes[i].end {
		switch n := &r.nodes[i]; n.name {
		case "apiVersion":
			sig.Version = n.text
		case "kind":
			sig.Kind = n.text
		case "metadata":
			if n.kind != nullNode && !r.names(i, &sig) {
				return sig, false
			}
		default:
			if unusual(n.name, "apiVersion", "kind", "metadata") {
				return sig, false
			}
		}
	}
	return sig, sig.Version != "" && sig.Kind != "" && !strings.EqualFold(sig.Kind, "list")
}

// names reads the names in the metadata at an index.
func (r *plainReader) names(index int, sig *resource.Signature) bool {
	metadata := r.nodes[index]
	generated := ""
	isGenerated := false
	for i := index + 1; i < metadata.end; i = r.nodes[i].end {
		n := &r.nodes[i]
		switch n.name {
		case "name":
			sig.Name = n.text
		case "namespace":
			sig.Namespace = n.text
		case "generateName":
			generated, isGenerated = n.text, true
		default:
			if unusual(n.name, "name", "namespace", "generateName") {
				return false
			}
			continue
		}
		if n.kind != textNode {
			return false
		}
	}
	if isGenerated {
		sig.Name = generated
	}
	return metadata.kind == objectNode
}

// tree gives a node as the values that JSON is made of.
func (r *plainReader) tree(index int) any {
	switch n := &r.nodes[index]; n.kind {
	case booleanNode:
		return n.number == 1
	case numberNode:
		return n.number
	case textNode:
		return n.text
	case listNode:
		items := []any{}
		for i := index + 1; i < n.end; i = r.nodes[i].end {
			items = append(items, r.tree(i))
		}
		return items
	case objectNode:
		fields := map[string]any{}
		for i := index + 1; i < n.end; i = r.nodes[i].end {
			fields[r.nodes[i].name] = r.tree(i)
		}
		return fields
	}
	return nil
}

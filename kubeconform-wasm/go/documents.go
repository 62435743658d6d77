package main

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"github.com/yannh/kubeconform/pkg/resource"
	goyaml "go.yaml.in/yaml/v2"
	"sigs.k8s.io/yaml"
)

// A document is one YAML document of the input, and where it starts.
type document struct {
	text []byte
	line int // from 0
}

// split cuts a text into documents at the lines that kubeconform cuts at.
func split(text []byte) []document {
	var documents []document
	line := 0
	for {
		advance, token, _ := resource.SplitYAMLDocument(text, true)
		if advance == 0 {
			// No newline after the last separator: kubeconform drops what stands before it. We do not.
			if len(text) > 0 {
				documents = append(documents, document{text, line})
			}
			return documents
		}
		documents = append(documents, document{token, line})
		line += bytes.Count(text[:advance], []byte{'\n'})
		text = text[advance:]
	}
}

// parse reads one document as sigs.k8s.io/yaml does into a map, but without its way over JSON text,
// which would double the cost. What a plain manifest never holds is left to that library.
func parse(text []byte, strict bool) (map[string]any, error) {
	unmarshal, whole := goyaml.Unmarshal, yaml.Unmarshal
	if strict {
		unmarshal = goyaml.UnmarshalStrict
		whole = func(b []byte, o any, opts ...yaml.JSONOpt) error { return yaml.UnmarshalStrict(b, o, opts...) }
	}
	var tree any
	if err := unmarshal(text, &tree); err == nil {
		if tree == nil {
			return nil, nil
		}
		if value, ok := plain(tree); ok {
			if object, ok := value.(map[string]any); ok {
				return object, nil
			}
		}
	}
	var object map[string]any
	err := whole(text, &object)
	return object, err
}

// plain turns a tree of the YAML library into the one that JSON gives: keys are strings and numbers
// are floats. It says false for what needs more care.
func plain(tree any) (any, bool) {
	switch v := tree.(type) {
	case nil, bool:
		return v, true
	case string:
		return v, !strings.ContainsRune(v, '\uFFFD') && validUTF8(v)
	case int:
		return float64(v), true
	case int64:
		return float64(v), true
	case uint64:
		return float64(v), true
	case float64:
		return v, !math.IsNaN(v) && !math.IsInf(v, 0)
	case []any:
		for i, item := range v {
			value, ok := plain(item)
			if !ok {
				return nil, false
			}
			v[i] = value
		}
		return v, true
	case map[any]any:
		object := make(map[string]any, len(v))
		for k, item := range v {
			name, ok := k.(string)
			if !ok {
				number, isInt := k.(int)
				if !isInt {
					return nil, false
				}
				name = strconv.Itoa(number)
				if _, taken := v[name]; taken {
					return nil, false
				}
			}
			value, ok := plain(item)
			if !ok {
				return nil, false
			}
			object[name] = value
		}
		return object, true
	}
	return nil, false
}

func validUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }

// resources gives the resources of a document that has been parsed: itself, or the items of a List.
// For every usual document this is decided from the parsed tree; where names differ in case, or a name
// is no text, kubeconform's own code reads the text again and decides.
func resources(d document, object map[string]any) []resource.Resource {
	res := resource.Resource{Bytes: d.text}
	if object != nil && usual(object) {
		return []resource.Resource{res}
	}
	return res.Resources()
}

// usual says whether a document is one resource whose signature can be read from its tree.
func usual(object map[string]any) bool {
	kind, ok := object["kind"].(string)
	if !ok || kind == "" || strings.EqualFold(kind, "list") {
		return false
	}
	if version, ok := object["apiVersion"].(string); !ok || version == "" {
		return false
	}
	for name := range object {
		if unusual(name, "apiVersion", "kind", "metadata") {
			return false
		}
	}
	if object["metadata"] == nil {
		return true
	}
	metadata, ok := object["metadata"].(map[string]any)
	if !ok {
		return false
	}
	for name, value := range metadata {
		if unusual(name, "name", "namespace", "generateName") {
			return false
		}
		switch name {
		case "name", "namespace", "generateName":
			if _, text := value.(string); !text {
				return false
			}
		}
	}
	return true
}

// unusual says whether a name is one of these but for its case, which kubeconform takes for the same.
func unusual(name string, known ...string) bool {
	for _, k := range known {
		if name != k && strings.EqualFold(name, k) {
			return true
		}
	}
	return false
}

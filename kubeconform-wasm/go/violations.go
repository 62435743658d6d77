package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

var english = message.NewPrinter(language.English)

// A violation is one thing wrong at one place of a resource.
type violation struct {
	path    []string // of the value, or of the key that should not be there
	keyword string   // of JSON Schema
	message string
	got     any      // the value, or the name of its type for the keyword "type"
	want    []string // allowed types, values, names of missing properties, or the names that are known
}

// violations appends the leaves of the library's tree of errors, in the order of their paths.
func (s *schemas) violations(list []violation, e *jsonschema.ValidationError) []violation {
	start := len(list)
	switch k := e.ErrorKind.(type) {
	case *kind.Schema, *kind.Group, *kind.Reference, *kind.AllOf:
		for _, cause := range e.Causes {
			list = s.violations(list, cause)
		}
	case *kind.OneOf, *kind.AnyOf:
		list = append(list, alternatives(e))
	case *kind.AdditionalProperties:
		known := s.properties(e.SchemaURL)
		for _, name := range k.Properties {
			list = append(list, violation{
				path:    append(slices.Clone(e.InstanceLocation), name),
				keyword: "additionalProperties",
				message: fmt.Sprintf("additional properties '%s' not allowed", name),
				want:    known,
			})
		}
	default:
		list = append(list, leaf(e))
	}
	slices.SortStableFunc(list[start:], func(a, b violation) int {
		return slices.CompareFunc(a.path, b.path, natural)
	})
	return list
}

// natural orders names by their text and indices by their value.
func natural(a, b string) int {
	if isIndex(a) && isIndex(b) && len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

func isIndex(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func leaf(e *jsonschema.ValidationError) violation {
	v := violation{path: e.InstanceLocation, message: e.ErrorKind.LocalizedString(english)}
	if words := e.ErrorKind.KeywordPath(); len(words) > 0 {
		v.keyword = words[len(words)-1]
	}
	switch k := e.ErrorKind.(type) {
	case *kind.Type:
		v.got, v.want = k.Got, k.Want
	case *kind.Enum:
		v.got = k.Got
		for _, value := range k.Want {
			v.want = append(v.want, text(value))
		}
	case *kind.Const:
		v.got, v.want = k.Got, []string{text(k.Want)}
	case *kind.Required:
		v.want = k.Missing
	case *kind.Format:
		v.got, v.want = k.Got, []string{k.Want}
	case *kind.Pattern:
		v.got, v.want = k.Got, []string{k.Want}
	}
	return v
}

// alternatives makes one violation of a failed oneOf or anyOf. Where all that fails is the type of the
// value itself, the types that would do are known, and the error is one of type.
func alternatives(e *jsonschema.ValidationError) violation {
	v := leaf(e)
	var want []string
	got := ""
	for _, cause := range e.Causes {
		k, ok := cause.ErrorKind.(*kind.Type)
		if !ok || len(cause.InstanceLocation) != len(e.InstanceLocation) {
			return v
		}
		got = k.Got
		for _, t := range k.Want {
			if !slices.Contains(want, t) {
				want = append(want, t)
			}
		}
	}
	if len(want) == 0 {
		return v
	}
	return violation{
		path:    e.InstanceLocation,
		keyword: "type",
		message: fmt.Sprintf("got %s, want %s", got, strings.Join(want, " or ")),
		got:     got,
		want:    want,
	}
}

func text(value any) string {
	if s, ok := value.(string); ok {
		return s
	}
	b, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(b)
}

// appendResults writes the results as JSON. Almost all of them are short and valid, so this is done by
// hand: the reflection of encoding/json costs more than the rest of such a result.
func appendResults(b []byte, results []result) []byte {
	b = append(b, '[')
	for i, r := range results {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"status":"`...)
		b = append(b, r.status...)
		b = append(b, `","document":`...)
		b = strconv.AppendInt(b, int64(r.document), 10)
		b = append(b, `,"line":`...)
		b = strconv.AppendInt(b, int64(r.line), 10)
		if r.item >= 0 {
			b = append(b, `,"item":`...)
			b = strconv.AppendInt(b, int64(r.item), 10)
		}
		b = appendText(b, "reason", r.reason)
		b = appendText(b, "message", r.message)
		b = appendText(b, "apiVersion", r.sig.Version)
		b = appendText(b, "kind", r.sig.Kind)
		b = appendText(b, "name", strings.TrimSuffix(r.sig.Name, "{{ generateName }}"))
		b = appendText(b, "namespace", r.sig.Namespace)
		if len(r.errors) > 0 {
			b = append(b, `,"errors":[`...)
			for i, e := range r.errors {
				if i > 0 {
					b = append(b, ',')
				}
				b = appendViolation(b, e)
			}
			b = append(b, ']')
		}
		b = append(b, '}')
	}
	return append(b, ']')
}

func appendViolation(b []byte, v violation) []byte {
	b = append(b, `{"keyword":`...)
	b = appendJSON(b, v.keyword)
	b = appendText(b, "message", v.message)
	b = append(b, `,"path":`...)
	b = appendJSON(b, pointer(v.path))
	if v.got != nil {
		b = append(b, `,"got":`...)
		b = appendJSON(b, v.got)
	}
	if v.want != nil {
		b = append(b, `,"want":`...)
		b = appendJSON(b, v.want)
	}
	return append(b, '}')
}

func appendText(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	b = append(b, `,"`...)
	b = append(b, name...)
	b = append(b, `":`...)
	return appendJSON(b, value)
}

func appendJSON(b []byte, value any) []byte {
	if s, ok := value.(string); ok && simple(s) {
		b = append(b, '"')
		b = append(b, s...)
		return append(b, '"')
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		encoded = []byte("null")
	}
	return append(b, encoded...)
}

// simple says whether a text is its own JSON.
func simple(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// pointer writes a path as a JSON pointer (RFC 6901).
func pointer(path []string) string {
	var b strings.Builder
	for _, name := range path {
		b.WriteByte('/')
		b.WriteString(strings.NewReplacer("~", "~0", "/", "~1").Replace(name))
	}
	return b.String()
}

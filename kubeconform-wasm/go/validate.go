package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yannh/kubeconform/pkg/resource"
)

type options struct {
	strict               bool
	ignoreMissingSchemas bool
	skip                 names
	reject               names
}

// names are kinds, as "Secret" or "v1/Secret".
type names map[string]struct{}

// parseOptions reads one option a line: "strict", "ignoreMissingSchemas", "skip Secret", "reject v1/Pod".
func parseOptions(text string) options {
	o := options{skip: names{}, reject: names{}}
	for line := range strings.Lines(text) {
		switch option, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " "); option {
		case "strict":
			o.strict = true
		case "ignoreMissingSchemas":
			o.ignoreMissingSchemas = true
		case "skip":
			o.skip[value] = struct{}{}
		case "reject":
			o.reject[value] = struct{}{}
		}
	}
	return o
}

func (n names) has(sig *resource.Signature) bool {
	if len(n) == 0 {
		return false
	}
	if _, ok := n[sig.GroupVersionKind()]; ok {
		return true
	}
	_, ok := n[sig.Kind]
	return ok
}

// The statuses are kubeconform's.
const (
	statusValid   = "valid"
	statusInvalid = "invalid"
	statusError   = "error"
	statusSkipped = "skipped"
	statusEmpty   = "empty"
)

// A result is the verdict on one resource.
type result struct {
	status   string
	reason   string // of a status other than valid, a stable word; see index.ts
	message  string
	document int // index of the YAML document, from 0
	line     int // where that document starts in the text, from 0
	item     int // index in the List, or -1
	sig      resource.Signature
	errors   []violation
}

type validator struct {
	options options
	schemas *schemas
}

// validate gives a result for every resource in the text, in order.
func (v *validator) validate(text []byte) []result {
	var results []result
	for i, d := range split(text) {
		if len(d.text) == 0 {
			continue
		}
		blank := result{document: i, line: d.line, item: -1}
		if r := blank; v.checkPlain(&r, d.text) {
			results = append(results, r)
			continue
		}
		// Only a List and the oddest names need a second look.
		object, err := parse(d.text, v.options.strict)
		found := resources(d, object)
		for n := range found {
			r := blank
			if alone(found, d.text) {
				v.check(&r, &found[n], object, err)
			} else if r.item = n; !v.checkPlain(&r, found[n].Bytes) {
				item, err := parse(found[n].Bytes, v.options.strict)
				v.check(&r, &found[n], item, err)
			}
			results = append(results, r)
		}
	}
	if len(results) == 0 {
		return []result{{status: statusEmpty, item: -1}}
	}
	return results
}

// checkPlain decides on a document that the plain reader can read and that is one resource, or says false.
func (v *validator) checkPlain(r *result, text []byte) bool {
	if !reader.read(string(text)) {
		return false
	}
	if len(reader.nodes) == 0 {
		r.status = statusEmpty
		return true
	}
	var ok bool
	if r.sig, ok = reader.signature(); !ok {
		return false
	}
	if schema := v.schemaFor(r); schema == nil {
		return true
	} else if reader.fits(v.schemas.shape(schema), 0) {
		r.status = statusValid
	} else {
		v.hold(r, schema, reader.tree(0))
	}
	return true
}

// alone says whether the resource is the document itself and not an item of a List.
func alone(found []resource.Resource, text []byte) bool {
	return len(found) == 1 && len(found[0].Bytes) == len(text) && &found[0].Bytes[0] == &text[0]
}

// check decides on one resource, in kubeconform's order.
func (v *validator) check(r *result, res *resource.Resource, object map[string]any, err error) {
	if err != nil {
		if sig, _ := res.Signature(); sig != nil {
			r.sig = *sig
		}
		r.fail("unreadable", fmt.Sprintf("error unmarshalling resource: %s", err))
		return
	}
	if object == nil {
		r.status = statusEmpty
		return
	}
	sig, err := res.SignatureFromMap(object)
	if sig != nil {
		r.sig = *sig
	} else {
		r.sig.Kind, _ = object["kind"].(string)
		r.sig.Version, _ = object["apiVersion"].(string)
	}
	if err != nil {
		r.fail("untyped", fmt.Sprintf("error while parsing: %s", err))
		return
	}
	if schema := v.schemaFor(r); schema != nil {
		v.hold(r, schema, object)
	}
}

// schemaFor gives the schema of a resource, or nil where its signature alone decides.
func (v *validator) schemaFor(r *result) *jsonschema.Schema {
	if v.options.skip.has(&r.sig) {
		r.status, r.reason = statusSkipped, "skip"
		return nil
	}
	if v.options.reject.has(&r.sig) {
		r.fail("reject", fmt.Sprintf("prohibited resource kind %s", r.sig.Kind))
		return nil
	}
	schema := v.schemas.find(r.sig.Version, r.sig.Kind)
	if schema == nil {
		if v.options.ignoreMissingSchemas {
			r.status, r.reason = statusSkipped, "missing schema"
		} else {
			r.fail("missing schema", fmt.Sprintf("could not find schema for %s", r.sig.Kind))
		}
	}
	return schema
}

// hold holds a resource against its schema.
func (v *validator) hold(r *result, schema *jsonschema.Schema, object any) {
	err := schema.Validate(object)
	var invalid *jsonschema.ValidationError
	switch {
	case err == nil:
		r.status = statusValid
	case errors.As(err, &invalid):
		r.status, r.reason = statusInvalid, "schema"
		r.errors = v.schemas.violations(nil, invalid)
	default:
		r.fail("schema", err.Error())
	}
}

func (r *result) fail(reason, message string) {
	r.status, r.reason, r.message = statusError, reason, message
}

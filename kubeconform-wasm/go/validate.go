package main

import (
	"errors"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yannh/kubeconform/pkg/resource"
)

type options struct {
	Strict               bool  `json:"strict"`
	IgnoreMissingSchemas bool  `json:"ignoreMissingSchemas"`
	Skip                 names `json:"skip"`
	Reject               names `json:"reject"`
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

func newValidator(o options) *validator {
	return &validator{options: o, schemas: newSchemas(o.Strict)}
}

// validate gives a result for every resource in the text, in order.
func (v *validator) validate(text []byte) []result {
	var results []result
	for i, d := range split(text) {
		if len(d.text) == 0 {
			continue
		}
		// A document is read once; only a List and the oddest names need a second look.
		object, err := parse(d.text, v.options.Strict)
		found := resources(d, object)
		for n := range found {
			r := result{document: i, line: d.line, item: -1}
			if alone(found, d.text) {
				v.check(&r, &found[n], object, err)
			} else {
				r.item = n
				item, err := parse(found[n].Bytes, v.options.Strict)
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

// alone says whether the resource is the document itself and not an item of a List.
func alone(found []resource.Resource, text []byte) bool {
	return len(found) == 1 && len(found[0].Bytes) == len(text) && &found[0].Bytes[0] == &text[0]
}

// check decides on one resource, in kubeconform's order.
func (v *validator) check(r *result, res *resource.Resource, object map[string]any, err error) {
	fail := func(reason, message string) { r.status, r.reason, r.message = statusError, reason, message }
	if err != nil {
		fail("unreadable", fmt.Sprintf("error unmarshalling resource: %s", err))
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
		fail("untyped", fmt.Sprintf("error while parsing: %s", err))
		return
	}
	if v.options.Skip.has(sig) {
		r.status, r.reason = statusSkipped, "skip"
		return
	}
	if v.options.Reject.has(sig) {
		fail("reject", fmt.Sprintf("prohibited resource kind %s", sig.Kind))
		return
	}
	schema := v.schemas.find(sig.Version, sig.Kind)
	if schema == nil {
		if v.options.IgnoreMissingSchemas {
			r.status, r.reason = statusSkipped, "missing schema"
		} else {
			fail("missing schema", fmt.Sprintf("could not find schema for %s", sig.Kind))
		}
		return
	}
	err = schema.Validate(object)
	var invalid *jsonschema.ValidationError
	switch {
	case err == nil:
		r.status = statusValid
	case errors.As(err, &invalid):
		r.status, r.reason = statusInvalid, "schema"
		r.errors = violations(nil, invalid)
	default:
		fail("schema", err.Error())
	}
}

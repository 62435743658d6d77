package main

import (
	"math"
	"math/big"
	"slices"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// A shape is what a compiled schema asks of a value, in a form that is quick to check. It can tell that a
// value is right, which nearly all are. Of all else the schema library says what is wrong, if anything.
type shape struct {
	kinds     uint8 // that are allowed, a bit each
	isWhole   bool  // a number has to be
	enum      []string
	limits    *limits
	reference *reference // what it names has to fit as well

	fields   map[string]field
	required int    // fields that have to be there
	others   *shape // what fields that are not listed have to be, nil where there may be none
	items    *shape
}

type field struct {
	shape    *shape // nil where the schema only requires it
	required bool
}

// limits are of the rarer keywords.
type limits struct {
	minLength, maxLength int
	minItems, maxItems   int
	minimum, maximum     float64
	pattern              jsonschema.Regexp
	format               *jsonschema.Format
}

const anyKind = 1<<nullNode | 1<<booleanNode | 1<<numberNode | 1<<textNode | 1<<listNode | 1<<objectNode

var (
	anything = &shape{}
	// unsure is for a schema with a keyword that is not known here.
	unsure = &shape{}
)

// shape gives the shape of a schema, and remembers it.
func (s *schemas) shape(schema *jsonschema.Schema) *shape {
	made, ok := s.shapes[schema]
	if !ok {
		made = newShape(schema)
		s.shapes[schema] = made
	}
	return made
}

func newShape(s *jsonschema.Schema) *shape {
	switch {
	case s.Bool != nil && *s.Bool:
		return anything
	case !hasKnownKeywords(s):
		return unsure
	}
	made := &shape{kinds: anyKind, others: anything, items: anything}
	if s.Types != nil {
		made.kinds, made.isWhole = kindsOf(s.Types.ToStrings())
	}
	if s.Enum != nil {
		made.kinds &= 1 << textNode
		for _, value := range s.Enum.Values {
			if text, ok := value.(string); ok {
				made.enum = append(made.enum, text)
			}
		}
	}
	for _, extension := range s.Extensions {
		made.reference = extension.(*reference)
	}
	if s.MinLength != nil || s.MaxLength != nil || s.MinItems != nil || s.MaxItems != nil ||
		s.Minimum != nil || s.Maximum != nil || s.Pattern != nil || s.Format != nil {
		made.limits = &limits{
			minLength: or(s.MinLength, 0), maxLength: or(s.MaxLength, math.MaxInt),
			minItems: or(s.MinItems, 0), maxItems: or(s.MaxItems, math.MaxInt),
			minimum: float(s.Minimum, math.Inf(-1)), maximum: float(s.Maximum, math.Inf(1)),
			pattern: s.Pattern, format: s.Format,
		}
	}
	if len(s.Properties)+len(s.Required) > 0 {
		made.fields = make(map[string]field, len(s.Properties))
	}
	for name, property := range s.Properties {
		made.fields[name] = field{shape: newShape(property)}
	}
	for _, name := range s.Required {
		f := made.fields[name]
		f.required = true
		made.fields[name] = f
	}
	for _, f := range made.fields {
		if f.required {
			made.required++
		}
	}
	switch others := s.AdditionalProperties.(type) {
	case bool:
		if !others {
			made.others = nil
		}
	case *jsonschema.Schema:
		made.others = newShape(others)
	}
	if items, ok := s.Items.(*jsonschema.Schema); ok {
		made.items = newShape(items)
	}
	return made
}

// hasKnownKeywords says whether newShape knows all that the schema asks.
func hasKnownKeywords(s *jsonschema.Schema) bool {
	for _, extension := range s.Extensions {
		if _, ok := extension.(*reference); !ok {
			return false
		}
	}
	_, isTuple := s.Items.([]*jsonschema.Schema)
	return s.DraftVersion < 2019 && len(s.Extensions) < 2 && !isTuple &&
		s.Bool == nil && s.Ref == nil && s.Const == nil && s.Not == nil && s.If == nil &&
		len(s.AllOf)+len(s.AnyOf)+len(s.OneOf) == 0 &&
		s.MaxProperties == nil && s.MinProperties == nil && s.PropertyNames == nil &&
		len(s.PatternProperties)+len(s.Dependencies) == 0 &&
		!s.UniqueItems && s.Contains == nil && s.AdditionalItems == nil &&
		s.ContentEncoding == nil && s.ContentMediaType == nil &&
		s.ExclusiveMaximum == nil && s.ExclusiveMinimum == nil && s.MultipleOf == nil &&
		isFloat(s.Minimum) && isFloat(s.Maximum)
}

func kindsOf(types []string) (kinds uint8, isWhole bool) {
	for _, name := range types {
		switch name {
		case "null":
			kinds |= 1 << nullNode
		case "boolean":
			kinds |= 1 << booleanNode
		case "integer":
			kinds |= 1 << numberNode
		case "number":
			kinds |= 1 << numberNode
		case "string":
			kinds |= 1 << textNode
		case "array":
			kinds |= 1 << listNode
		case "object":
			kinds |= 1 << objectNode
		}
	}
	return kinds, slices.Contains(types, "integer") && !slices.Contains(types, "number")
}

func or(limit *int, otherwise int) int {
	if limit != nil {
		return *limit
	}
	return otherwise
}

func float(limit *big.Rat, otherwise float64) float64 {
	if limit != nil {
		otherwise, _ = limit.Float64()
	}
	return otherwise
}

func isFloat(limit *big.Rat) bool {
	if limit == nil {
		return true
	}
	_, exact := limit.Float64()
	return exact
}

// fits says that a node is certainly right.
func (r *plainReader) fits(s *shape, index int) bool {
	if s == anything {
		return true
	}
	n := &r.nodes[index]
	if s.kinds&(1<<n.kind) == 0 || s.limits != nil && !r.within(s.limits, index) {
		return false
	}
	if s.reference != nil {
		s.reference.resolve()
		if !r.fits(s.reference.shape, index) {
			return false
		}
	}
	switch n.kind {
	case numberNode:
		return !s.isWhole || n.number == math.Trunc(n.number)
	case textNode:
		return s.enum == nil || slices.Contains(s.enum, n.text)
	case listNode:
		for i := index + 1; i < n.end; i = r.nodes[i].end {
			if !r.fits(s.items, i) {
				return false
			}
		}
	case objectNode:
		required := 0
		for i := index + 1; i < n.end; i = r.nodes[i].end {
			f := s.fields[r.nodes[i].name]
			if f.required {
				required++
			}
			if f.shape == nil {
				f.shape = s.others
			}
			if f.shape == nil || !r.fits(f.shape, i) {
				return false
			}
		}
		return required == s.required
	}
	return true
}

// within says whether a node keeps the limits; those of other kinds say nothing of it.
func (r *plainReader) within(l *limits, index int) bool {
	switch n := &r.nodes[index]; n.kind {
	case numberNode:
		// The library compares the shortest notation, which above this may be another number.
		return l.minimum <= n.number && n.number <= l.maximum && math.Abs(n.number) < 1<<53
	case textNode:
		length := 0
		if l.minLength > 0 || l.maxLength < math.MaxInt {
			length = utf8.RuneCountInString(n.text)
		}
		return l.minLength <= length && length <= l.maxLength &&
			(l.pattern == nil || l.pattern.MatchString(n.text)) &&
			(l.format == nil || l.format.Validate(n.text) == nil)
	case listNode:
		length := 0
		for i := index + 1; i < n.end; i = r.nodes[i].end {
			length++
		}
		return l.minItems <= length && length <= l.maxItems
	}
	return true
}

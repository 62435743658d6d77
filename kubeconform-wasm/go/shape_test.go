package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// Values and schemas at random, in which the same few names and values come back so that many fit.

var (
	fieldNames = []string{"a", "b", "c"}
	scalars    = []any{nil, true, 0, 1, 2.5, -3, "", "a", "bb", "2020-01-01T00:00:00Z", "üü"}
	typeNames  = []any{"null", "boolean", "integer", "number", "string", "array", "object"}
)

func pick[T any](random *rand.Rand, from []T) T { return from[random.IntN(len(from))] }

func randomValue(random *rand.Rand, depth int) any {
	switch kind := random.IntN(4); {
	case kind == 0 && depth > 0:
		list := []any{}
		for range random.IntN(3) {
			list = append(list, randomValue(random, depth-1))
		}
		return list
	case kind < 3 && depth > 0:
		object := map[string]any{}
		for range random.IntN(4) {
			object[pick(random, fieldNames)] = randomValue(random, depth-1)
		}
		return object
	}
	return pick(random, scalars)
}

// randomSchema uses the keywords that a shape knows often and others seldom.
func randomSchema(random *rand.Rand, depth int) map[string]any {
	schema := map[string]any{}
	chance := func(percent int) bool { return random.IntN(100) < percent }
	nested := func() map[string]any {
		if depth == 0 {
			return map[string]any{}
		}
		return randomSchema(random, depth-1)
	}
	if chance(60) {
		if chance(40) {
			schema["type"] = pick(random, typeNames)
		} else {
			schema["type"] = []any{"object", pick(random, typeNames), pick(random, typeNames)}
		}
	}
	if chance(50) {
		properties := map[string]any{}
		for range random.IntN(4) {
			properties[pick(random, fieldNames)] = nested()
		}
		schema["properties"] = properties
	}
	sometimes := func(percent int, keyword string, value any) {
		if random.IntN(100) < percent {
			schema[keyword] = value
		}
	}
	sometimes(25, "required", []any{pick(random, fieldNames)})
	sometimes(25, "additionalProperties", pick(random, []any{true, false, nested()}))
	sometimes(25, "items", nested())
	for _, keyword := range []string{"minLength", "maxLength", "minItems", "maxItems"} {
		sometimes(5, keyword, random.IntN(3))
	}
	for _, keyword := range []string{"minimum", "maximum"} {
		sometimes(5, keyword, pick(random, []any{0, 1, 2.5, 0.1}))
	}
	sometimes(5, "enum", []any{pick(random, scalars), pick(random, scalars), "a"})
	sometimes(5, "pattern", "^[ab]*$")
	sometimes(5, "format", pick(random, []any{"date-time", "duration", "other"}))
	sometimes(5, "definition", pick(random, []any{"part", "part!"}))
	// These leave the answer to the library.
	for _, keyword := range []string{"anyOf", "oneOf", "allOf"} {
		sometimes(1, keyword, []any{nested(), nested()})
	}
	sometimes(1, "not", map[string]any{"type": "string"})
	sometimes(1, "uniqueItems", true)
	sometimes(1, "minProperties", 1)
	sometimes(1, "maxProperties", 1)
	sometimes(1, "multipleOf", 2)
	sometimes(1, "patternProperties", map[string]any{"a": nested()})
	sometimes(1, "dependencies", map[string]any{"a": []any{"b"}})
	sometimes(1, "x-kubernetes-preserve-unknown-fields", true)
	if schema["minimum"] != nil {
		sometimes(20, "exclusiveMinimum", true)
	}
	return schema
}

// What a shape takes, the schema library takes. What it does not take is mostly wrong.
func TestShapesAtRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	fitting, wrong, unclear := 0, 0, 0
	for round := range 500 {
		s := newSchemas(random.IntN(2) == 0)
		root, part := randomSchema(random, 3), randomSchema(random, 1)
		delete(part, "definition")
		s.addDefinitions([]byte(definitionLine("root", root) + definitionLine("part", part)))
		schema := s.definition("root")
		for range 60 {
			value := randomValue(random, 4)
			text, _ := json.Marshal(value)
			var r plainReader
			if !r.read(string(text)) {
				continue
			}
			err := schema.Validate(r.tree(0))
			switch fits := r.fits(s.shape(schema), 0); {
			case fits && err != nil:
				t.Fatalf("round %d: %s fits %v, but %v", round, text, root, err)
			case fits:
				fitting++
			case err != nil:
				wrong++
			default:
				unclear++
			}
		}
	}
	t.Logf("%d fit, %d are wrong, %d are right all the same", fitting, wrong, unclear)
	if fitting < 1000 || unclear > fitting/3 {
		t.Error("shapes take too little")
	}
}

func definitionLine(name string, schema any) string {
	text, err := json.Marshal(schema)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("%s\t%s\n", name, text)
}

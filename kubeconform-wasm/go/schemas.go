package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// trusted is where the definitions made by this project's own build live. The schema library does not
// hold documents under this prefix against their meta-schema, which would cost more than all the rest
// of a short run; the build does it instead.
const trusted = "http://json-schema.org/kubernetes/"

// required marks a reference from a required property: null is no value there.
const required = "!"

var errNotFound = errors.New("not found")

// schemas finds and compiles the schema of a kind. The caller's schemas go before the built-in ones.
type schemas struct {
	strict bool

	// definitions maps a definition's name to its JSON text, kinds a key (see key) to the kind.
	definitions map[string][]byte
	kinds       map[string]builtIn

	// compiled holds what has been compiled, by name. What points to one of an earlier edition asks again.
	compiled   map[string]*jsonschema.Schema
	edition    int
	shapes     map[*jsonschema.Schema]*shape
	vocabulary *jsonschema.Vocabulary

	// documents maps the caller's URL to the schema, own a key to the URL.
	documents   map[string]any
	own         map[string]string
	ownCompiler *jsonschema.Compiler
}

// A builtIn kind is written "group/version/Kind" and has a definition.
type builtIn struct{ written, definition string }

func newSchemas(strict bool) *schemas {
	s := &schemas{
		strict:      strict,
		definitions: map[string][]byte{},
		kinds:       map[string]builtIn{},
		compiled:    map[string]*jsonschema.Schema{},
		shapes:      map[*jsonschema.Schema]*shape{},
		documents:   map[string]any{},
		own:         map[string]string{},
	}
	s.vocabulary = &jsonschema.Vocabulary{URL: trusted + "vocabulary", Compile: s.compileReference}
	s.ownCompiler = newCompiler(documentLoader{s})
	return s
}

func newCompiler(loader jsonschema.URLLoader) *jsonschema.Compiler {
	c := jsonschema.NewCompiler()
	c.RegisterFormat(&jsonschema.Format{Name: "duration", Validate: validateDuration})
	c.UseLoader(loader)
	c.DefaultDraft(jsonschema.Draft4)
	return c
}

// key is how a kind is looked up: "apps/v1/deployment", "v1/pod".
func key(apiVersion, kind string) string {
	return strings.ToLower(apiVersion + "/" + kind)
}

// addDefinitions reads lines of three forms, the later ones taking the place of earlier ones:
//
//	name TAB JSON schema               a definition; references are {"definition": name}
//	group/version/Kind TAB > name      a kind and its definition
//	name TAB                           what there no longer is
func (s *schemas) addDefinitions(lines []byte) {
	s.edition++
	for len(lines) > 0 {
		line := lines
		if end := bytes.IndexByte(lines, '\n'); end >= 0 {
			line, lines = lines[:end], lines[end+1:]
		} else {
			lines = nil
		}
		name, value, found := bytes.Cut(line, []byte{'\t'})
		if found {
			s.set(string(name), value)
		}
	}
}

func (s *schemas) set(name string, value []byte) {
	delete(s.compiled, name)
	delete(s.compiled, name+required)
	switch {
	case len(value) == 0:
		delete(s.definitions, name)
		delete(s.kinds, strings.ToLower(name))
	case value[0] == '>':
		s.kinds[strings.ToLower(name)] = builtIn{name, string(value[1:])}
	default:
		s.definitions[name] = value
	}
}

func (s *schemas) addDocument(text []byte) error {
	var document struct {
		Key, URL string
		Schema   json.RawMessage
	}
	if err := json.Unmarshal(text, &document); err != nil {
		return err
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(document.Schema))
	if err != nil {
		return err
	}
	if schema == nil {
		return errors.New("the schema is null")
	}
	s.documents[document.URL] = schema
	if document.Key != "" {
		s.own[strings.ToLower(document.Key)] = document.URL
	}
	return nil
}

// find returns the compiled schema of a kind, or nil where there is none.
func (s *schemas) find(apiVersion, kind string) *jsonschema.Schema {
	k := key(apiVersion, kind)
	if url, ok := s.own[k]; ok {
		// As kubeconform does: a document that is no schema counts as missing.
		if schema, err := s.ownCompiler.Compile(url); err == nil {
			return schema
		}
	}
	if kind, ok := s.kinds[k]; ok {
		return s.definition(kind.definition + required)
	}
	return nil
}

func (s *schemas) definition(name string) *jsonschema.Schema {
	schema, ok := s.compiled[name]
	if !ok {
		schema = s.definitionCompiler().MustCompile(trusted + name)
		s.compiled[name] = schema
	}
	return schema
}

// definitionCompiler makes a compiler for one definition. It would keep the text of all that it has compiled.
func (s *schemas) definitionCompiler() *jsonschema.Compiler {
	c := newCompiler(definitionLoader{s})
	c.RegisterVocabulary(s.vocabulary)
	c.AssertVocabs()
	return c
}

// properties gives the names that the schema at a URL knows, in order. The schema has been compiled.
func (s *schemas) properties(url string) []string {
	compiler := s.ownCompiler
	if name, isTrusted := strings.CutPrefix(url, trusted); isTrusted {
		name, _, _ = strings.Cut(name, "#")
		if schema := partAt(s.definition(name), url); schema != nil {
			return slices.Sorted(maps.Keys(schema.Properties))
		}
		compiler = s.definitionCompiler()
	}
	schema, err := compiler.Compile(url)
	if err != nil {
		return nil
	}
	return slices.Sorted(maps.Keys(schema.Properties))
}

// partAt finds a schema by its URL among the parts of a value that another one describes.
func partAt(schema *jsonschema.Schema, url string) *jsonschema.Schema {
	if schema.Location == url {
		return schema
	}
	parts := slices.Collect(maps.Values(schema.Properties))
	for _, part := range []any{schema.Items, schema.AdditionalProperties} {
		if part, ok := part.(*jsonschema.Schema); ok {
			parts = append(parts, part)
		}
	}
	for _, part := range parts {
		if strings.HasPrefix(url, part.Location) {
			if found := partAt(part, url); found != nil {
				return found
			}
		}
	}
	return nil
}

// definitionLoader gives the schema library a definition when it first asks for it.
type definitionLoader struct{ s *schemas }

func (l definitionLoader) Load(url string) (any, error) {
	name, notNull := strings.CutSuffix(strings.TrimPrefix(url, trusted), required)
	text, ok := l.s.definitions[name]
	if !ok {
		return nil, fmt.Errorf("%s: %w", url, errNotFound)
	}
	definition, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	if l.s.strict {
		forbidUnknown(definition)
	}
	if notNull {
		refuseNull(definition)
	}
	return definition, nil
}

// forbidUnknown closes every object that lists its properties.
func forbidUnknown(schema any) {
	object, ok := schema.(map[string]any)
	if !ok {
		return
	}
	if properties, ok := object["properties"].(map[string]any); ok {
		_, open := object["additionalProperties"]
		if !open && object["x-kubernetes-preserve-unknown-fields"] != true {
			object["additionalProperties"] = false
		}
		for _, property := range properties {
			forbidUnknown(property)
		}
	}
	forbidUnknown(object["items"])
	forbidUnknown(object["additionalProperties"])
}

func refuseNull(schema any) {
	object, _ := schema.(map[string]any)
	types, _ := object["type"].([]any)
	for i, t := range types {
		if t == "null" {
			object["type"] = append(types[:i:i], types[i+1:]...)
			return
		}
	}
}

// documentLoader serves the caller's own documents and nothing else.
type documentLoader struct{ s *schemas }

func (l documentLoader) Load(url string) (any, error) {
	if document, ok := l.s.documents[url]; ok {
		return document, nil
	}
	return nil, fmt.Errorf("%s: %w", url, errNotFound)
}

// reference is the keyword "definition". It compiles what it points to when a manifest first gets
// there, so that a run pays only for the parts of a kind that it uses.
type reference struct {
	schemas *schemas
	name    string
	target  *jsonschema.Schema
	shape   *shape
	edition int // of the target
}

func (s *schemas) compileReference(_ *jsonschema.CompilerContext, schema map[string]any) (jsonschema.SchemaExt, error) {
	name, ok := schema["definition"].(string)
	if !ok {
		return nil, nil
	}
	return &reference{schemas: s, name: name}, nil
}

func (r *reference) resolve() {
	if r.target == nil || r.edition != r.schemas.edition {
		r.target, r.edition = r.schemas.definition(r.name), r.schemas.edition
		r.shape = r.schemas.shape(r.target)
	}
}

func (r *reference) Validate(ctx *jsonschema.ValidatorContext, v any) {
	r.resolve()
	if err := ctx.Validate(r.target, v, nil); err != nil {
		ctx.AddErr(err)
	}
}

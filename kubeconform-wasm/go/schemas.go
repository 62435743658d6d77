package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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

// schemas finds and compiles the schema of a kind. The caller's schemas go before the embedded ones.
type schemas struct {
	strict bool

	// definitions maps a definition's name to its JSON text, kinds a key (see key) to the name.
	definitions map[string][]byte
	kinds       map[string]string
	compiler    *jsonschema.Compiler

	// documents maps the caller's URL to the schema, own a key to the URL.
	documents map[string]any
	own       map[string]string
	compiled  map[string]*jsonschema.Schema
}

func newSchemas(strict bool) *schemas {
	s := &schemas{
		strict:      strict,
		definitions: map[string][]byte{},
		kinds:       map[string]string{},
		documents:   map[string]any{},
		own:         map[string]string{},
		compiled:    map[string]*jsonschema.Schema{},
	}
	s.compiler = s.newCompiler(definitionLoader{s})
	s.compiler.RegisterVocabulary(&jsonschema.Vocabulary{URL: trusted + "vocabulary", Compile: s.compileReference})
	s.compiler.AssertVocabs()
	return s
}

func (s *schemas) newCompiler(loader jsonschema.URLLoader) *jsonschema.Compiler {
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

// addDefinitions reads lines of two forms:
//
//	name TAB JSON schema            a definition; references are {"definition": name}
//	key  TAB > name                 the definition that a kind has
func (s *schemas) addDefinitions(lines []byte) {
	for len(lines) > 0 {
		line := lines
		if end := bytes.IndexByte(lines, '\n'); end >= 0 {
			line, lines = lines[:end], lines[end+1:]
		} else {
			lines = nil
		}
		tab := bytes.IndexByte(line, '\t')
		if tab < 0 {
			continue
		}
		name, value := string(line[:tab]), line[tab+1:]
		if bytes.HasPrefix(value, []byte(">")) {
			s.kinds[strings.ToLower(name)] = string(value[1:])
		} else {
			s.definitions[name] = value
		}
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
		k := strings.ToLower(document.Key)
		s.own[k] = document.URL
		delete(s.compiled, k)
	}
	return nil
}

// find returns the compiled schema of a kind, or nil where there is none.
func (s *schemas) find(apiVersion, kind string) *jsonschema.Schema {
	k := key(apiVersion, kind)
	if schema, ok := s.compiled[k]; ok {
		return schema
	}
	schema := s.compile(k)
	if len(s.compiled) < 10_000 { // a hostile input may name any number of kinds
		s.compiled[k] = schema
	}
	return schema
}

func (s *schemas) compile(k string) *jsonschema.Schema {
	if url, ok := s.own[k]; ok {
		c := s.newCompiler(documentLoader{s})
		// As kubeconform does: a document that is no schema counts as missing.
		if schema, err := c.Compile(url); err == nil {
			return schema
		}
	}
	if name, ok := s.kinds[k]; ok {
		return s.definition(name + required)
	}
	return nil
}

func (s *schemas) definition(name string) *jsonschema.Schema {
	return s.compiler.MustCompile(trusted + name)
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
}

func (s *schemas) compileReference(_ *jsonschema.CompilerContext, schema map[string]any) (jsonschema.SchemaExt, error) {
	name, ok := schema["definition"].(string)
	if !ok {
		return nil, nil
	}
	return &reference{schemas: s, name: name}, nil
}

func (r *reference) Validate(ctx *jsonschema.ValidatorContext, v any) {
	if r.target == nil {
		r.target = r.schemas.definition(r.name)
	}
	if err := ctx.Validate(r.target, v, nil); err != nil {
		ctx.AddErr(err)
	}
}

package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"
)

// agree reads a document both ways. What the plain reader reads, kubeconform's library must read as the same.
func agree(t *testing.T, document string) (isPlain bool) {
	t.Helper()
	var r plainReader
	if !r.read(document) {
		return false
	}
	var got any
	if len(r.nodes) > 0 {
		if r.nodes[0].end != len(r.nodes) {
			t.Fatalf("%q: the first node does not hold all others", document)
		}
		got = r.tree(0)
	}
	for name, unmarshal := range map[string]func([]byte, any, ...yaml.JSONOpt) error{
		"loose": yaml.Unmarshal, "strict": yaml.UnmarshalStrict,
	} {
		var want any
		if err := unmarshal([]byte(document), &want); err != nil {
			t.Fatalf("%q:\nread as %#v\nbut %s: %s", document, got, name, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q:\nread as %#v\n%s:   %#v", document, got, name, want)
		}
	}
	return true
}

// Documents as they are written are read without the library; the rest of these is for it.
func TestPlainDocuments(t *testing.T) {
	plain, _ := os.ReadFile("../scripts/warm-up.yaml")
	for _, d := range split(plain) {
		if !agree(t, string(d.text)) {
			t.Errorf("left to the library: %s", d.text)
		}
	}
	files, _ := filepath.Glob("../test/fixtures/*")
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file) == "verdicts.json" {
			continue
		}
		for _, d := range split(content) {
			agree(t, string(d.text))
		}
		agree(t, string(content))
	}
}

func TestPlainStyles(t *testing.T) {
	for _, document := range []string{
		"", "\n", "# a\n", "a\n", "---\n", "--- # a\n# b\n\na: 1\n", "a: 1", "  a: 1\n  b: 2\n",
		"a:\nb: ~\nc: # d\n  # e\n", "a:\n- b\n- c: d\n  e: f\n-\n- - g\n  - h\ni: j\n", "a:\n  - b\n  -   c: d\n      e: f\n",
		"a:\n  b\nc:\n  'd'\n", "a: {b: c, 'd': [e, \"f\", {}, []], g: , }\n", "a: [\n# b\nc, # d\ne\n]\n",
		"{\"a\":1,\"b\":[true,null,-1.5,\"c\\n\"],\n\"d\":{}}\n",
		"a: |\n  b\n   c\n\n  d\n\n\ne: >-\n\n  f\n  g\n\n  h\n    i\n  j\nk: |+\n  l\n\n", "a:\n- |\n  b\n- >\n  c\n  d", "a: |-\n b: c\n # d\n# e\nf: g\n",
		"a: 'it''s'\nb: \"\\\"\\\\\\n\\t\"\nc: \"d # e\"\nf: g#h\n", "a b: c d\ni:\n  .e: f\n\"g\" : h\n80/tcp: i\n",
		"a: b\n  c\nd: e\n\n\n   f  \n g\nh: 'i\n  j ''\n\n k'\nl: \"m  \n \\t\n n\"\n",
		"- a\n  b\n- - c\n   d\n-\n  e\n  f\n- 'g\n\n'\n", "a: [\"b\nc\", 'd\n  e']\n", "a: [123456789012345678, -123456789012345678]\n",
		"a: ü\nb: \"→\" # ✓\n", "a: http://b:80/c?d\ne: {f: g:h}\n",
		"a: [0, 1, -1, 0.5, 10.25, 1Gi, 100m, 1.2.3, 2020-01-01, 10:30, -c, --a, 1-2]\n",
		"a: [yes, No, on, OFF, y, n, true, False, null, Null, ~, none, truely, .x, ./y]\n",
	} {
		if !agree(t, document) {
			t.Errorf("left to the library: %q", document)
		}
	}
}

// What the plain reader must not read, as it would not read it right.
func TestLeftToTheLibrary(t *testing.T) {
	for _, document := range []string{
		"a: 1\na: 2\n", "a: &b 1\nc: *b\n", "a: !!str 1\n", "<<: {a: 1}\n", "? a\n: b\n", "a: b: c\n", "a: - b\n", "a: b\n  c: d\n", "a: b\n  : c\n", "a: b\n\tc\n", "'a\n b': c\n", "a\n b: c\n", "a: \"b\n---\nc\"\n", "a: \"b\\\n c\"\n",
		"a:\tb\n", "\ta: b\n", "a:\n\tb: c\n", "a: |2\n   b\n", "a: |\n   \n  b\n", "a: |\nb: c\n", "a: [b\n c]\n", "a: [b: c]\n", "a: {b}\n",
		"a: b\r\nc: d\r\n", "\ufeffa: b\n", "a: \u2028\n", "a: \x00\n", "a: \xff\n", "a: \ufffd\n", "a: 1\n--- b\n", "a: 1\n...\nb: 2\n", "%YAML 1.1\n---\na: b\n",
		"a:\n  b: c\n d: e\n", "a:\n  - b\n c: d\n", "a:\n  - b\n  c: d\n", "- a\nb: c\n", "a: [b\n", "a: {b: c\n", "a: 'b\n", "a: \"b\n", "a: \"\\x41\"\n", "a: @b\n", "a: `b`\n", "a: %b\n",
		"1: a\n", "yes: a\n", "~: a\n", ": a\n", "a: 0x10\n", "a: 0777\n", "a: 1_000\n", "a: 1e3\n", "a: .5\n", "a: .inf\n", "a: -.inf\n", "a: -_1\n", "a: 0b1\n", "a: 0b-1\n", "a: +1\n", "a: 12345678901234567890\n",
		"a: {b: c}}\n", "a: [b]c\n", "a: 'b'c\n", "a: 'b'#c\n", "{a: b}: c\n", "a: {b: c}: d\n", "a: [b,,c]\n", "a: [,]\n", "a: [\n---\n]\n", strings.Repeat("[", 100) + strings.Repeat("]", 100),
		strings.Repeat("a", 1100) + ": b\n",
	} {
		if agree(t, document) {
			t.Errorf("read: %q", document)
		}
	}
}

var pieces = strings.Split(`a|b: c|d:|- |- e|-|: |:|,|[|]|{|}|, |? |?|#| # f|#g|'|"|'h'|"i"|''|\|\n|\x41|&j|*j|!!k |<<: |<<|~|null|yes|no|1|0|-1|1.5|.5|-.inf|-c|-_1|1e3|0x1|2020-01-01|1_0|0b-1|"l": |'m': |n : |'m
  o'|"p 

 q"|r
  s|\\
|
|
|
|
  |
  |
    |
 |  |   |	|---|
---|...|
...|%|@|>|>-|>+
|`+"`"+`|ü|%YAML|.|`, "|")

// Pieces of YAML in a random order, and manifests with random changes.
func TestPlainAtRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := append(pieces, "|", "|-\n  ", "|\n", ">\n  o\n  p\n", "\u2028", "\ufeff", "\r\n", "\x00", "a: b\n", "- a: b\n", "\n- c\n", "\n  - d\n")
	rounds := 200_000
	if testing.Short() {
		rounds /= 20
	}
	read := 0
	for range rounds {
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if agree(t, b.String()) {
			read++
		}
	}
	t.Logf("%d of %d texts read", read, rounds)

	var documents [][]byte
	for _, file := range []string{"../scripts/warm-up.yaml", "../test/fixtures/other-kinds.yaml", "../test/fixtures/yaml.yaml", "../test/fixtures/lists.yaml", "../test/fixtures/invalid.yaml"} {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range split(content) {
			documents = append(documents, d.text)
		}
	}
	read = 0
	for range rounds / 4 {
		d := bytes.Clone(documents[random.IntN(len(documents))])
		if start := random.IntN(len(d) + 1); start > 0 && random.IntN(2) == 0 {
			d = d[:start]
		}
		for range 1 + random.IntN(4) {
			i := random.IntN(len(d) + 1)
			switch piece := pieces[random.IntN(len(pieces))]; random.IntN(3) {
			case 0:
				d = append(d[:i:i], append([]byte(piece), d[i:]...)...)
			case 1:
				d = append(d[:i:i], append([]byte(piece), d[min(len(d), i+len(piece)):]...)...)
			default:
				d = append(d[:i:i], d[min(len(d), i+1+random.IntN(8)):]...)
			}
		}
		if agree(t, string(d)) {
			read++
		}
	}
	t.Logf("%d of %d changed manifests read", read, rounds/4)
}

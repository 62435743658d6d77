package main

import (
	"strings"
	"unicode/utf8"
)

// Almost every manifest is plain YAML: block and flow collections, scalars in all styles, and comments. A
// plainReader reads that much of the language in one pass and gives what the YAML library gives
// for it. It gives up at the first thing that it is not sure of, and the library reads the document instead.

// What is deeper or larger is left to the library.
const (
	maxDepth  = 64
	maxKey    = 256 // bytes up to the colon; the library's limit is 1024 characters
	maxFields = 256 // of an object, as each name is compared with all others
)

// A plainReader stands at a character of its source. Its methods say false to give up.
type plainReader struct {
	source string
	nodes  []node
	name   string // of the next node
	at     int
	line   int // where the line starts
	column int // of the content that was reached at the start of a line, or endOfText
	indent int // column of the collection around; what goes on in a later line is indented further
	depth  int
}

const endOfText = -1

// read reads a document into nodes, of which the first is the whole; an empty document has none.
func (r *plainReader) read(source string) bool {
	*r = plainReader{source: source, nodes: r.nodes[:0], indent: -1}
	if !readable(source) {
		return false
	}
	r.toContent()
	if r.column == 0 && strings.HasPrefix(source[r.at:], "---") {
		r.at += len("---")
		if !r.endLine() {
			return false
		}
	}
	return r.column == endOfText || r.block() && r.column == endOfText
}

// readable says whether all characters are such as the library takes, none of them a line break to it alone.
// The replacement character is left to it, as it may stand for broken text.
func readable(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c <= '~' || c == '\n' || c == '\t' {
			continue
		}
		if c < utf8.RuneSelf {
			return false
		}
		char, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case char < 0xa0, char == '\u2028', char == '\u2029', char == '\ufeff', char >= '\ufffd' && char <= '\uffff':
			return false
		}
		i += size - 1
	}
	return true
}

// toContent goes from the start of a line to the next character that is neither blank nor in a comment.
func (r *plainReader) toContent() {
	s, i := r.source, r.at
	for {
		r.line = i
		for i < len(s) && s[i] == ' ' {
			i++
		}
		if i < len(s) && s[i] == '#' {
			i = lineEnd(s, i)
		}
		if i == len(s) {
			r.at, r.column = i, endOfText
			return
		}
		if s[i] != '\n' {
			r.at, r.column = i, i-r.line
			return
		}
		i++
	}
}

// endLine goes on to the content after this line, on which is no more than blanks and a comment.
func (r *plainReader) endLine() bool {
	if !r.atLineEnd() {
		return false
	}
	r.nextLine()
	return true
}

// atLineEnd skips blanks and says whether nothing or a comment follows on the line.
func (r *plainReader) atLineEnd() bool {
	start := r.at
	r.skipSpaces()
	c := r.peek(0)
	return c == '\n' || c == '#' && r.at > start
}

func (r *plainReader) nextLine() {
	if r.at = lineEnd(r.source, r.at); r.at < len(r.source) {
		r.at++
	}
	r.toContent()
}

func lineEnd(s string, i int) int {
	if end := strings.IndexByte(s[i:], '\n'); end >= 0 {
		return i + end
	}
	return len(s)
}

func (r *plainReader) skipSpaces() {
	for r.at < len(r.source) && r.source[r.at] == ' ' {
		r.at++
	}
}

// peek gives the character at an offset, where the end of the text is a line break.
func (r *plainReader) peek(offset int) byte {
	if i := r.at + offset; i < len(r.source) {
		return r.source[i]
	}
	return '\n'
}

// followedByBlank says whether an indicator stands alone, which makes it one.
func (r *plainReader) followedByBlank() bool {
	c := r.peek(1)
	return c == ' ' || c == '\n'
}

func (r *plainReader) add(n node) {
	n.name, n.end = r.name, len(r.nodes)+1
	r.name = ""
	r.nodes = append(r.nodes, n)
}

// open adds a list or an object. What is added from now on is in it, until close.
func (r *plainReader) open(kind nodeKind) (index int, ok bool) {
	r.depth++
	r.add(node{kind: kind})
	return len(r.nodes) - 1, r.depth <= maxDepth
}

func (r *plainReader) close(index int) {
	r.depth--
	r.nodes[index].end = len(r.nodes)
}

// isNew says whether no field of an object, which is open, has this name.
func (r *plainReader) isNew(object int, name string) bool {
	count := 0
	for i := object + 1; i < len(r.nodes); i = r.nodes[i].end {
		if r.nodes[i].name == name {
			return false
		}
		count++
	}
	return count < maxFields
}

// block reads the value whose first character stands here, first on its line or after the dashes of lists.
// Where it ends, the reader is at the content of a later line, as after all that reads in blocks.
func (r *plainReader) block() bool {
	switch r.peek(0) {
	case '-':
		if r.followedByBlank() {
			return r.blockList(r.at-r.line, false)
		}
	case '[', '{':
		return r.flow() && r.endLine()
	}
	start, line := r.at, r.line
	n, ok := r.scalar(false)
	if !ok {
		return false
	}
	end := r.at
	r.skipSpaces()
	if r.peek(0) == ':' {
		r.at, r.line = start, line
		return r.blockObject(start - line)
	}
	r.at = end
	r.add(n)
	return r.endLine()
}

func (r *plainReader) blockObject(column int) bool {
	index, ok := r.open(objectNode)
	for ok {
		name, named := r.key(false)
		if !named || !r.followedByBlank() || !r.isNew(index, name) {
			return false
		}
		r.at++
		r.name = name
		if !r.blockValue(column, true) || r.column > column {
			return false
		}
		if r.column < column {
			r.close(index)
			return true
		}
	}
	return false
}

// blockList reads a list. One in an object may stand at the object's own column; there it is inner to it.
func (r *plainReader) blockList(column int, inner bool) bool {
	index, ok := r.open(listNode)
	for ok {
		r.at++
		if !r.blockValue(column, false) || r.column > column {
			return false
		}
		if r.column == column && r.peek(0) == '-' && r.followedByBlank() {
			continue
		}
		if r.column == column && !inner {
			return false
		}
		r.close(index)
		return true
	}
	return false
}

// blockValue reads what stands behind the colon or the dash of a collection at a column.
func (r *plainReader) blockValue(column int, inObject bool) bool {
	r.indent = column
	if r.atLineEnd() {
		r.nextLine()
		switch {
		case r.column > column:
			return r.block()
		case r.column == column && inObject && r.peek(0) == '-' && r.followedByBlank():
			return r.blockList(column, true)
		}
		r.add(node{kind: nullNode})
		return true
	}
	switch c := r.peek(0); {
	case c == '|' || c == '>':
		return r.blockScalar(column, c == '|')
	case !inObject:
		return r.block()
	case c == '[' || c == '{':
		return r.flow() && r.endLine()
	}
	n, ok := r.scalar(false)
	r.add(n)
	return ok && r.endLine()
}

// flow reads a collection in brackets, whose indentation means nothing. The reader ends behind it.
func (r *plainReader) flow() bool {
	kind, last := listNode, byte(']')
	if r.peek(0) == '{' {
		kind, last = objectNode, '}'
	}
	index, ok := r.open(kind)
	r.at++
	for ok && r.skipInFlow() {
		if r.peek(0) == last {
			r.at++
			r.close(index)
			return true
		}
		if kind == objectNode {
			name, named := r.key(true)
			if !named || !r.isNew(index, name) {
				return false
			}
			r.at++
			r.name = name
			if !r.skipInFlow() {
				return false
			}
		}
		if c := r.peek(0); kind == objectNode && (c == ',' || c == last) {
			r.add(node{kind: nullNode})
		} else if !r.flowValue() {
			return false
		}
		if !r.skipInFlow() {
			return false
		}
		if c := r.peek(0); c == ',' {
			r.at++
		} else if c != last {
			return false
		}
	}
	return false
}

func (r *plainReader) flowValue() bool {
	if c := r.peek(0); c == '[' || c == '{' {
		return r.flow()
	}
	n, ok := r.scalar(true)
	r.add(n)
	return ok
}

// skipInFlow skips blanks, comments and line breaks.
func (r *plainReader) skipInFlow() bool {
	for r.at < len(r.source) {
		switch r.source[r.at] {
		case ' ':
			r.at++
		case '\n':
			r.at++
			r.line = r.at
		case '#':
			if before := r.source[r.at-1]; before != ' ' && before != '\n' {
				return false
			}
			r.at = lineEnd(r.source, r.at)
		default:
			return true
		}
	}
	return false
}

// key reads the name of a field, up to its colon.
func (r *plainReader) key(inFlow bool) (string, bool) {
	start, line := r.at, r.line
	n, ok := r.scalar(inFlow)
	r.skipSpaces()
	return n.text, ok && n.kind == textNode && n.text != "<<" &&
		r.peek(0) == ':' && r.at-start <= maxKey && r.line == line
}

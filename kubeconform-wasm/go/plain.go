package main

import (
	"strings"
	"unicode/utf8"

	"github.com/yannh/kubeconform/pkg/resource"
)

// Almost every manifest is plain YAML: block and flow collections, scalars on one line, block scalars and
// comments. A plainReader reads that much of the language in one pass and gives what the YAML library gives
// for it. It gives up at the first thing that it is not sure of, and the library reads the document instead.

type nodeKind uint8

const (
	nullNode nodeKind = iota
	booleanNode
	numberNode
	textNode
	listNode
	objectNode
)

// A node is a value. What is in a list or an object follows it in the same slice, up to end.
type node struct {
	kind   nodeKind
	name   string  // of the field, in an object
	text   string  // of a text
	number float64 // of a number; of a boolean, 1 is true
	end    int
}

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
	depth  int
}

const endOfText = -1

// read reads a document into nodes, of which the first is the whole; an empty document has none.
func (r *plainReader) read(source string) bool {
	*r = plainReader{source: source, nodes: r.nodes[:0]}
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
	start := r.at
	n, ok := r.scalar(false)
	if !ok {
		return false
	}
	end := r.at
	r.skipSpaces()
	if r.peek(0) == ':' {
		r.at = start
		return r.blockObject(start - r.line)
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

// blockScalar reads a literal or folded scalar, which is indented further than the collection that it is in.
func (r *plainReader) blockScalar(column int, literal bool) bool {
	s := r.source
	r.at++
	chomping := r.peek(0)
	if chomping == '-' || chomping == '+' {
		r.at++
	}
	if !r.atLineEnd() {
		return false
	}

	// The first line that is not blank sets the indentation. Blank ones before may not be wider.
	start := lineEnd(s, r.at) + 1
	indent, widest, breaks := 0, 0, 0
	for ; ; breaks++ {
		if start >= len(s) {
			return false
		}
		indent = len(s[start:]) - len(strings.TrimLeft(s[start:], " "))
		if start+indent == len(s) || s[start+indent] == '\t' {
			return false
		}
		if s[start+indent] != '\n' {
			break
		}
		widest = max(widest, indent)
		start += indent + 1
	}
	if indent <= column || indent < widest {
		return false
	}

	var value []byte
	broken, blank := false, false // whether a line break and a line that begins with a blank came before
	for {
		start += indent
		wasBlank := blank
		blank = s[start] == ' ' || s[start] == '\t'
		switch {
		case !broken:
		case literal || wasBlank || blank:
			value = append(value, '\n')
		case breaks == 0:
			value = append(value, ' ')
		}
		for ; breaks > 0; breaks-- {
			value = append(value, '\n')
		}
		end := lineEnd(s, start)
		value = append(value, s[start:end]...)
		broken = end < len(s)
		start = min(end+1, len(s))
		i := start
		for {
			for i < len(s) && i < start+indent && s[i] == ' ' {
				i++
			}
			if i == len(s) || s[i] != '\n' {
				break
			}
			breaks++
			i++
			start = i
		}
		if i < len(s) && i == start+indent {
			continue
		}
		if i < len(s) && s[i] == '\t' {
			return false
		}
		break
	}
	if broken && chomping != '-' {
		value = append(value, '\n')
	}
	for ; chomping == '+' && breaks > 0; breaks-- {
		value = append(value, '\n')
	}
	r.add(node{kind: textNode, text: string(value)})
	r.at = start
	r.toContent()
	return true
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
	start := r.at
	n, ok := r.scalar(inFlow)
	r.skipSpaces()
	return n.text, ok && n.kind == textNode && n.text != "<<" && r.peek(0) == ':' && r.at-start <= maxKey
}

// scalar reads a scalar on one line. The reader ends behind it.
func (r *plainReader) scalar(inFlow bool) (node, bool) {
	switch r.peek(0) {
	case '"':
		value, ok := r.doubleQuoted()
		return node{kind: textNode, text: value}, ok
	case '\'':
		value, ok := r.singleQuoted()
		return node{kind: textNode, text: value}, ok
	}
	value, ok := r.plain(inFlow)
	if !ok {
		return node{}, false
	}
	return resolve(value)
}

func (r *plainReader) singleQuoted() (string, bool) {
	s := r.source
	start := r.at + 1
	doubled := false
	for i := start; i < len(s) && s[i] != '\n'; i++ {
		if s[i] != '\'' {
			continue
		}
		if i+1 < len(s) && s[i+1] == '\'' {
			doubled = true
			i++
			continue
		}
		r.at = i + 1
		if doubled {
			return strings.ReplaceAll(s[start:i], "''", "'"), true
		}
		return s[start:i], true
	}
	return "", false
}

func (r *plainReader) doubleQuoted() (string, bool) {
	s := r.source
	var value []byte // up to the last escape
	start := r.at + 1
	for i := start; i < len(s) && s[i] != '\n'; i++ {
		switch s[i] {
		case '"':
			r.at = i + 1
			if value == nil {
				return s[start:i], true
			}
			return string(append(value, s[start:i]...)), true
		case '\\':
			value = append(value, s[start:i]...)
			i++
			if i == len(s) {
				return "", false
			}
			switch s[i] {
			case '"', '\\':
				value = append(value, s[i])
			case 'n':
				value = append(value, '\n')
			case 't':
				value = append(value, '\t')
			default:
				return "", false
			}
			start = i + 1
		}
	}
	return "", false
}

// plain reads a scalar without quotes. The caller sees to it that no further line of it follows.
func (r *plainReader) plain(inFlow bool) (string, bool) {
	s, start := r.source, r.at
	switch c := r.peek(0); c {
	case '\n', '\t', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '%', '@', '`':
		return "", false
	case '-', '.':
		// At the start of a line it may be the mark between documents.
		if r.followedByBlank() && c == '-' || start == r.line {
			return "", false
		}
	}
	end := start
scan:
	for i := start; i < len(s); i++ {
		switch s[i] {
		case ' ':
			continue
		case '\n':
			break scan
		case '\t':
			return "", false
		case '#':
			if s[i-1] == ' ' {
				break scan
			}
		case ':':
			if i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n' {
				break scan
			}
			if s[i+1] == '\t' || inFlow && strings.IndexByte(",?[]{}", s[i+1]) >= 0 {
				return "", false
			}
		case '?':
			if inFlow {
				return "", false
			}
		case ',', '[', ']', '{', '}':
			if inFlow {
				break scan
			}
		}
		end = i + 1
	}
	r.at = end
	return s[start:end], true
}

// resolve says what a scalar without quotes is, in YAML 1.1 as the library knows it.
func resolve(s string) (node, bool) {
	switch s[0] {
	case 'y', 'Y', 't', 'T', 'o', 'O', 'n', 'N', 'f', 'F', '~':
		switch s {
		case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON":
			return node{kind: booleanNode, number: 1}, true
		case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF":
			return node{kind: booleanNode}, true
		case "~", "null", "Null", "NULL":
			return node{kind: nullNode}, true
		}
	case '.':
		if len(s) > 1 && (isDigit(s[1]) || strings.IndexByte("iInN", s[1]) >= 0) {
			return node{}, false
		}
	case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if value, ok := decimal(s); ok {
			return node{kind: numberNode, number: value}, true
		}
		if mayBeNumber(s) {
			return node{}, false
		}
	}
	return node{kind: textNode, text: s}, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// decimal reads numbers such as 8080, -1 and 0.25, of no more digits than a float holds.
func decimal(s string) (float64, bool) {
	digits := strings.TrimPrefix(s, "-")
	whole, scale := 0, 1
	point := len(digits)
	for i := 0; i < len(digits); i++ {
		switch c := digits[i]; {
		case isDigit(c):
			whole = whole*10 + int(c-'0')
			if point < i {
				scale *= 10
			}
		case c == '.' && point == len(digits):
			point = i
		default:
			return 0, false
		}
	}
	const most = 15
	if len(digits) > most || point == 0 || point == len(digits)-1 || point > 1 && digits[0] == '0' {
		return 0, false
	}
	if len(digits) < len(s) {
		if whole == 0 {
			return 0, false
		}
		whole = -whole
	}
	return float64(whole) / float64(scale), true
}

// mayBeNumber says whether a text that begins like a number is one in some notation: with an exponent, another
// base, underscores. It errs on the side of a number.
func mayBeNumber(s string) bool {
	if !isDigit(s[0]) && len(s) > 1 && !isDigit(s[1]) {
		return s[1] == '.' || s[1] == '_'
	}
	points := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '.':
			points++
		case c == '-' || c == '+':
			if i > 0 && strings.IndexByte("eEbB_", s[i-1]) < 0 {
				return false
			}
		case isDigit(c) || strings.IndexByte("abcdefABCDEFxXoO_", c) >= 0:
		default:
			return false
		}
	}
	return points < 2
}

// signature gives what names the resource that was read. It says false where kubeconform would look closer:
// at a List, and at names that differ from the usual ones in their case.
func (r *plainReader) signature() (resource.Signature, bool) {
	var sig resource.Signature
	root := r.nodes[0]
	if root.kind != objectNode {
		return sig, false
	}
	for i := 1; i < root.end; i = r.nodes[i].end {
		switch n := &r.nodes[i]; n.name {
		case "apiVersion":
			sig.Version = n.text
		case "kind":
			sig.Kind = n.text
		case "metadata":
			if n.kind != nullNode && !r.names(i, &sig) {
				return sig, false
			}
		default:
			if unusual(n.name, "apiVersion", "kind", "metadata") {
				return sig, false
			}
		}
	}
	return sig, sig.Version != "" && sig.Kind != "" && !strings.EqualFold(sig.Kind, "list")
}

// names reads the names in the metadata at an index.
func (r *plainReader) names(index int, sig *resource.Signature) bool {
	metadata := r.nodes[index]
	generated := ""
	isGenerated := false
	for i := index + 1; i < metadata.end; i = r.nodes[i].end {
		n := &r.nodes[i]
		switch n.name {
		case "name":
			sig.Name = n.text
		case "namespace":
			sig.Namespace = n.text
		case "generateName":
			generated, isGenerated = n.text, true
		default:
			if unusual(n.name, "name", "namespace", "generateName") {
				return false
			}
			continue
		}
		if n.kind != textNode {
			return false
		}
	}
	if isGenerated {
		sig.Name = generated
	}
	return metadata.kind == objectNode
}

// tree gives a node as the values that JSON is made of.
func (r *plainReader) tree(index int) any {
	switch n := &r.nodes[index]; n.kind {
	case booleanNode:
		return n.number == 1
	case numberNode:
		return n.number
	case textNode:
		return n.text
	case listNode:
		items := []any{}
		for i := index + 1; i < n.end; i = r.nodes[i].end {
			items = append(items, r.tree(i))
		}
		return items
	case objectNode:
		fields := map[string]any{}
		for i := index + 1; i < n.end; i = r.nodes[i].end {
			fields[r.nodes[i].name] = r.tree(i)
		}
		return fields
	}
	return nil
}

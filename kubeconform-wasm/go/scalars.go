package main

import "strings"

// scalar reads a scalar. The reader ends behind it.
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
	var value []byte // what is before start, where it is not the source as it stands
	start := r.at + 1
	for i := start; i < len(s); i++ {
		switch s[i] {
		case '\'':
			if i+1 < len(s) && s[i+1] == '\'' {
				i++
				value = append(value, s[start:i]...)
				start = i + 1
				continue
			}
			r.at = i + 1
			return joined(value, s[start:i]), true
		case '\n':
			var ok bool
			if value, i, ok = r.fold(append(value, s[start:i]...), i, 0); !ok {
				return "", false
			}
			start = i
			i--
		}
	}
	return "", false
}

func (r *plainReader) doubleQuoted() (string, bool) {
	s := r.source
	var value []byte // what is before start, where it is not the source as it stands
	fixed := 0       // of the value, what an escape has written
	start := r.at + 1
	for i := start; i < len(s); i++ {
		switch s[i] {
		case '"':
			r.at = i + 1
			return joined(value, s[start:i]), true
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
			fixed = len(value)
			start = i + 1
		case '\n':
			var ok bool
			if value, i, ok = r.fold(append(value, s[start:i]...), i, fixed); !ok {
				return "", false
			}
			start = i
			i--
		}
	}
	return "", false
}

// joined is a value of which the last part stands in the source.
func joined(value []byte, last string) string {
	if value == nil {
		return last
	}
	return string(append(value, last...))
}

// fold goes over a line break in a scalar at i, to the next line with content: blanks around it count for
// nothing, a single break for a space, and further breaks for themselves. Of the value, so much is fixed.
func (r *plainReader) fold(value []byte, i, fixed int) (folded []byte, next int, ok bool) {
	s := r.source
	for len(value) > fixed && (value[len(value)-1] == ' ' || value[len(value)-1] == '\t') {
		value = value[:len(value)-1]
	}
	breaks := 0
	for ; i < len(s); i++ {
		switch s[i] {
		case '\n':
			breaks++
			r.line = i + 1
		case ' ':
		default:
			// At the start of a line there may be a mark between documents.
			if s[i] == '\t' || i == r.line && (s[i] == '-' || s[i] == '.') {
				return nil, 0, false
			}
			if breaks == 1 {
				return append(value, ' '), i, true
			}
			for ; breaks > 1; breaks-- {
				value = append(value, '\n')
			}
			return value, i, true
		}
	}
	return nil, 0, false
}

// plain reads a scalar without quotes.
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
	var value []byte // what is before start, of earlier lines
	end := start
scan:
	for i := start; i < len(s); i++ {
		switch s[i] {
		case ' ':
			continue
		case '\n':
			if inFlow || !r.continues(i) {
				break scan
			}
			var ok bool
			if value, i, ok = r.fold(append(value, s[start:end]...), i, 0); !ok {
				return "", false
			}
			start, end = i, i
			i--
			continue
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
	return joined(value, s[start:end]), true
}

// continues says whether a scalar without quotes goes on after the line break at i.
func (r *plainReader) continues(i int) bool {
	s, line := r.source, 0
	for ; i < len(s); i++ {
		switch s[i] {
		case '\n':
			line = i + 1
		case ' ':
		default:
			return i-line > r.indent && s[i] != '#'
		}
	}
	return false
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

// decimal reads numbers such as 8080, -1 and 0.25, of no more digits than can be computed with exactly.
func decimal(s string) (float64, bool) {
	const mostWhole, mostParted = 18, 15
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
	isParted, isNegative := point < len(digits), len(digits) < len(s)
	switch {
	case len(digits) > mostWhole, isParted && len(digits) > mostParted,
		point == 0, point == len(digits)-1, // nothing before or behind it
		point > 1 && digits[0] == '0', // octal
		isNegative && whole == 0:      // a negative zero
		return 0, false
	case isNegative:
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

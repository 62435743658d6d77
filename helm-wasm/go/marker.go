package main

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"helm.sh/helm/v3/pkg/chart"
)

// A marker puts marks into templates and reads them from what the templates make. A mark stands before a line
// break of the template's own text and says from which line of which file the next line is. In YAML it is a
// comment, so that templates which read what they have made are not disturbed.
type marker struct {
	sources []string // files, as Helm names them
	index   map[string]int
	texts   []string // of the files, without marks
}

var mark = regexp.MustCompile(` #@@(\d+):(\d+)@@`)

func newMarker(c *chart.Chart) *marker {
	m := &marker{index: map[string]int{}}
	m.add(c)
	return m
}

func (m *marker) add(c *chart.Chart) {
	for _, t := range c.Templates {
		name := path.Join(c.ChartFullPath(), t.Name)
		m.index[name] = len(m.sources)
		m.sources = append(m.sources, name)
		m.texts = append(m.texts, string(t.Data))
	}
	for _, d := range c.Dependencies() {
		m.add(d)
	}
}

// markAll marks the templates of a chart and of its dependencies.
func (m *marker) markAll(c *chart.Chart) {
	m.replace(c, func(source int) string { return withMarks(m.texts[source], source) })
}

// markOnly marks those templates alone. Templates that no other one may use are left out.
func (m *marker) markOnly(c *chart.Chart, isMarked func(name string) bool) {
	var callers strings.Builder // that render other templates by their path
	for _, text := range m.texts {
		if strings.Contains(text, "BasePath") {
			callers.WriteString(text)
		}
	}
	m.replace(c, func(source int) string {
		name, text := m.sources[source], m.texts[source]
		switch {
		case isMarked(name):
			return withMarks(text, source)
		case definition.MatchString(text) || strings.Contains(callers.String(), path.Base(name)):
			return text
		default:
			return ""
		}
	})
}

var definition = regexp.MustCompile(`\{\{-?\s*(?:define|block)\b`)

// replace gives each template the text of its source.
func (m *marker) replace(c *chart.Chart, textOf func(source int) string) {
	for _, t := range c.Templates {
		t.Data = []byte(textOf(m.index[path.Join(c.ChartFullPath(), t.Name)]))
	}
	for _, d := range c.Dependencies() {
		m.replace(d, textOf)
	}
}

// withMarks marks the line breaks of a template's text that are left when the actions have trimmed it.
func withMarks(source string, index int) string {
	var out strings.Builder
	line, at := 0, 0
	trim := false // by the action before
	for at < len(source) {
		end := len(source)
		if open := strings.Index(source[at:], "{{"); open >= 0 {
			end = at + open
		}
		first, last := at, end
		if trim {
			first = end - len(strings.TrimLeft(source[at:end], " \t\r\n"))
		}
		if hasTrim(source[end:]) {
			last = max(first, at+len(strings.TrimRight(source[at:end], " \t\r\n")))
		}
		for i := at; i < end; i++ {
			if source[i] == '\n' {
				line++
				if i >= first && i < last {
					out.WriteString(" #@@" + strconv.Itoa(index) + ":" + strconv.Itoa(line) + "@@")
				}
			}
			out.WriteByte(source[i])
		}
		at = end
		action := actionLength(source[at:])
		line += strings.Count(source[at:at+action], "\n")
		out.WriteString(source[at : at+action])
		at += action
		trim = action > 0 && endsWithTrim(source[:at])
	}
	return out.String()
}

// hasTrim says whether an action trims the text before it.
func hasTrim(action string) bool {
	return len(action) > 3 && action[:3] == "{{-" && isSpace(action[3])
}

// endsWithTrim says whether the action that a text ends with trims the text behind it.
func endsWithTrim(text string) bool {
	return len(text) > 4 && strings.HasSuffix(text, "-}}") && isSpace(text[len(text)-4])
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// actionLength is the length of the action that a text starts with, up to the end of a broken one.
func actionLength(text string) int {
	if !strings.HasPrefix(text, "{{") {
		return 0
	}
	inner := strings.TrimLeft(strings.TrimPrefix(text[2:], "-"), " \t\r\n")
	if strings.HasPrefix(inner, "/*") {
		start := len(text) - len(inner)
		if end := strings.Index(inner, "*/"); end >= 0 {
			if closing := strings.Index(inner[end:], "}}"); closing >= 0 {
				return start + end + closing + 2
			}
		}
		return len(text)
	}
	for i := 2; i < len(text); i++ {
		switch text[i] {
		case '}':
			if strings.HasPrefix(text[i:], "}}") {
				return i + 2
			}
		case '"', '\'', '`':
			i += quotedLength(text[i:]) - 1
		}
	}
	return len(text)
}

// quotedLength is the length of the text in quotes at the start, in which only raw quotes keep a backslash.
func quotedLength(text string) int {
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && text[0] != '`':
			i++
		case text[i] == text[0]:
			return i + 1
		}
	}
	return len(text)
}

// read takes the marks out of what the template of that name made and says where each line is from.
// A line that a function has made is from where the line before it is.
func (m *marker) read(name, text string) (string, []origin) {
	at := origin{m.index[name], 0}
	var out strings.Builder
	lines := []origin{}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out.WriteByte('\n')
		}
		lines = append(lines, at)
		for _, found := range mark.FindAllStringSubmatch(line, -1) {
			source, _ := strconv.Atoi(found[1])
			number, _ := strconv.Atoi(found[2])
			if source < len(m.sources) {
				at = origin{source, number}
			}
		}
		out.WriteString(mark.ReplaceAllString(line, ""))
	}
	return out.String(), lines
}

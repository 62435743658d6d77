package main

import (
	_ "embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
)

// The API versions that Helm takes a cluster to have, one a line; made by ../versions.
//
//go:embed versions.txt
var apiVersions string

// maxOutput is how much text the templates of a chart may make, in bytes.
const maxOutput = 16 << 20

// A result is the rendered chart, or why there is none.
type result struct {
	Templates []rendered `json:"templates,omitempty"`
	// Sources are the files that lines refer to.
	Sources []string `json:"sources,omitempty"`
	// Missing are dependencies that the chart names and does not hold.
	Missing []string `json:"missing,omitempty"`
	Reason  string   `json:"reason,omitempty"`
	Message string   `json:"message,omitempty"`
}

type rendered struct {
	Name  string   `json:"name"`
	Text  string   `json:"text"`
	Lines []origin `json:"lines,omitempty"` // of each line of the text; none where it cannot be told
}

// An origin is an index of Sources and a line, from 0.
type origin [2]int

func failed(reason string, err error) result {
	return result{Reason: reason, Message: err.Error()}
}

// render does what `helm template` does, but for the order of the manifests.
func (r *request) render() result {
	loader.MaxDecompressedChartSize = 32 << 20
	c, err := loader.LoadFiles(r.files)
	if err != nil {
		return failed("unreadable", err)
	}
	missing := missingDependencies(c)
	if err := chartutil.ProcessDependenciesWithMerge(c, r.Values); err != nil {
		return failed("unreadable", err)
	}
	values, err := r.renderValues(c, true)
	if err != nil {
		return failed("refused", err)
	}
	clean, err := engine.Render(c, values)
	if err != nil {
		return failed("refused", err)
	}
	if size := outputSize(clean); size > maxOutput {
		return failed("too large", fmt.Errorf("the templates make %d bytes of text", size))
	}
	answer := result{Missing: missing}
	answer.Sources, answer.Templates = r.trace(c, clean)
	return answer
}

func (r *request) renderValues(c *chart.Chart, isChecked bool) (chartutil.Values, error) {
	capabilities := chartutil.DefaultCapabilities.Copy()
	capabilities.APIVersions = strings.Fields(apiVersions)
	capabilities.KubeVersion = chartutil.KubeVersion{
		Version: fmt.Sprintf("v%s.%s.0", r.Kubernetes.Major, r.Kubernetes.Minor),
		Major:   r.Kubernetes.Major,
		Minor:   r.Kubernetes.Minor,
	}
	release := chartutil.ReleaseOptions{Name: r.Release, Namespace: r.Namespace, Revision: 1, IsInstall: true}
	// A schema that refers to a web page cannot be read here, and says nothing about what is rendered.
	skip := !isChecked || usesWeb(c)
	return chartutil.ToRenderValuesWithSchemaValidation(c, r.Values, release, capabilities, skip)
}

func usesWeb(c *chart.Chart) bool {
	return strings.Contains(string(c.Schema), `"http`) || slices.ContainsFunc(c.Dependencies(), usesWeb)
}

func outputSize(templates map[string]string) int {
	size := 0
	for _, text := range templates {
		size += len(text)
	}
	return size
}

// missingDependencies lists what `helm dependency build` would fetch, before conditions take some away.
func missingDependencies(c *chart.Chart) []string {
	var missing []string
	for _, dependency := range c.Metadata.Dependencies {
		isHeld := slices.ContainsFunc(c.Dependencies(), func(d *chart.Chart) bool { return d.Name() == dependency.Name })
		if !isHeld {
			missing = append(missing, dependency.Name)
		}
	}
	return missing
}

// maxTries is how often templates are rendered with marks: where one hashes another that does so, each takes a try.
const maxTries = 4

// trace finds the source lines of what was rendered. The templates are rendered again with marks on their lines.
// Where the outcome without its marks is what it was, they tell the truth. Where a function has worked with the marks
// of another file, all but the templates that are not traced yet go without in the next try.
func (r *request) trace(c *chart.Chart, clean map[string]string) ([]string, []rendered) {
	m := newMarker(c)
	answers := make(map[string]rendered, len(clean))
	for name, text := range clean {
		if isManifest(name, text) {
			answers[name] = rendered{Name: name, Text: text}
		}
	}
	isOpen := func(name string) bool { return answers[name].Text != "" && answers[name].Lines == nil }
	m.markAll(c)
	r.traceOnce(c, m, answers)
	for range maxTries - 1 {
		hasOpen := false
		for name := range answers {
			hasOpen = hasOpen || isOpen(name)
		}
		if !hasOpen {
			break
		}
		m.markOnly(c, isOpen)
		if r.traceOnce(c, m, answers) == 0 {
			break
		}
	}
	var templates []rendered
	for _, name := range slices.Sorted(maps.Keys(answers)) {
		templates = append(templates, answers[name])
	}
	return m.sources, templates
}

// traceOnce renders the marked templates and says how many more of the answers have their lines now.
func (r *request) traceOnce(c *chart.Chart, m *marker, answers map[string]rendered) int {
	// The values are made anew: a template may have changed them. They suit the schema, as they did before.
	values, err := r.renderValues(c, false)
	if err != nil {
		return 0
	}
	marked, err := engine.Render(c, values)
	if err != nil {
		return 0
	}
	traced := 0
	for name, answer := range answers {
		if answer.Lines != nil {
			continue
		}
		if text, lines := m.read(name, marked[name]); text == answer.Text {
			answer.Lines = lines
			answers[name] = answer
			traced++
		}
	}
	return traced
}

// isManifest says whether a text goes to the cluster: notes go to the terminal, and what is blank nowhere.
func isManifest(name, text string) bool {
	return path.Base(name) != "NOTES.txt" && strings.TrimSpace(text) != ""
}

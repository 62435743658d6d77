package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"
	"time"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/ignore"
)

// A request is a chart with what Helm is told when it installs it.
type request struct {
	Release    string         `json:"release"`
	Namespace  string         `json:"namespace"`
	Kubernetes version        `json:"kubernetes"`
	Values     map[string]any `json:"values"`
	Files      []fileSize     `json:"files"`
	// Packed are folders in charts/ that Helm packs from elsewhere, where their own .helmignore counts.
	Packed []string `json:"packed"`

	files []*loader.BufferedFile
}

type version struct {
	Major string `json:"major"`
	Minor string `json:"minor"`
}

type fileSize struct {
	Name string `json:"name"`
	Size int    `json:"size"`
}

// readRequest reads a line of JSON and the bytes of the files behind it, one after the other.
// A single file that is an archive is the chart as `helm package` makes it.
func readRequest(input []byte) (*request, error) {
	head, content, _ := bytes.Cut(input, []byte{'\n'})
	r := &request{}
	if err := json.Unmarshal(head, r); err != nil {
		return nil, err
	}
	for _, f := range r.Files {
		if f.Size < 0 || f.Size > len(content) {
			return nil, errors.New("the request ends too early")
		}
		r.files = append(r.files, &loader.BufferedFile{Name: f.Name, Data: bytes.Clone(content[:f.Size])})
		content = content[f.Size:]
	}
	if len(r.files) == 1 && strings.HasSuffix(r.files[0].Name, ".tgz") {
		files, err := loader.LoadArchiveFiles(bytes.NewReader(r.files[0].Data))
		r.files = files
		return r, err
	}
	return r, r.ignore()
}

// ignore leaves out the files of a folder that its .helmignore names, and those that Helm always leaves out.
func (r *request) ignore() error {
	rules := map[string]*ignore.Rules{}
	for _, folder := range append([]string{""}, r.Packed...) {
		own := ignore.Empty()
		for _, f := range r.files {
			if f.Name == path.Join(folder, ignore.HelmIgnore) {
				parsed, err := ignore.Parse(bytes.NewReader(f.Data))
				if err != nil {
					return err
				}
				own = parsed
			}
		}
		own.AddDefaults()
		rules[folder] = own
	}
	kept := r.files[:0]
	for _, f := range r.files {
		folder := r.packedIn(f.Name)
		if !ignored(rules[folder], strings.TrimPrefix(f.Name[len(folder):], "/")) {
			kept = append(kept, f)
		}
	}
	r.files = kept
	return nil
}

// packedIn is the innermost packed folder that a file is in; empty for one of the chart itself.
func (r *request) packedIn(name string) string {
	found := ""
	for _, folder := range r.Packed {
		if strings.HasPrefix(name, folder+"/") && len(folder) > len(found) {
			found = folder
		}
	}
	return found
}

// ignored says whether rules name a file or a folder that it is in.
func ignored(rules *ignore.Rules, name string) bool {
	if rules.Ignore(name, entry{name, false}) {
		return true
	}
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if rules.Ignore(folder, entry{folder, true}) {
			return true
		}
	}
	return false
}

// An entry is what the rules ask of a file or a folder.
type entry struct {
	path     string
	isFolder bool
}

func (e entry) Name() string       { return path.Base(e.path) }
func (e entry) IsDir() bool        { return e.isFolder }
func (e entry) Size() int64        { return 0 }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) Sys() any           { return nil }
func (e entry) Mode() fs.FileMode {
	if e.isFolder {
		return fs.ModeDir
	}
	return 0
}

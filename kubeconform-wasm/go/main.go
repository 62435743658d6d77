// Command kubeconform-wasm is kubeconform as a WebAssembly reactor: manifests in, verdicts out.
// It opens no file and no connection; the host hands over the schemas and the text.
package main

import (
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"unsafe"
)

var (
	input  []byte
	output []byte

	// The built-in schemas, strict and not. The build fills them before it stores the program.
	builtIns = map[bool]*schemas{true: newSchemas(true), false: newSchemas(false)}
	current  *validator // made by create
	reader   plainReader
)

func main() {}

// allocate returns the address of a buffer of at least size bytes for the next call's input.
//
//go:wasmexport allocate
func allocate(size uint32) uint32 {
	if uint32(cap(input)) < size || cap(input) == 0 {
		input = make([]byte, max(size, 64<<10))
	}
	input = input[:cap(input)]
	return uint32(uintptr(unsafe.Pointer(&input[0])))
}

// addBuiltIns adds definitions (see schemas.addDefinitions) to the built-in ones, for the build.
//
//go:wasmexport addBuiltIns
func addBuiltIns(size uint32) {
	debug.SetGCPercent(1)                         // what is stored should hold little that is dead
	lines := append([]byte(nil), input[:size]...) // read lazily, so they need bytes of their own
	for _, s := range builtIns {
		s.addDefinitions(lines)
	}
}

// settle ends the build's work before the program is stored.
//
//go:wasmexport settle
func settle() {
	input, output, current = make([]byte, 64<<10), make([]byte, 0, 4<<10), nil
	reader = plainReader{nodes: make([]node, 0, 1<<10)}
	runtime.GC()
	clearFree()
	runtime.GC()
	// A run is short and its memory is given back as a whole, so collecting is put off until it matters.
	debug.SetGCPercent(400)
}

// clearFree takes all free pages and leaves zeros in them, which take no room in the stored program.
func clearFree() {
	const page = 8 << 10
	debug.SetGCPercent(-1)
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	pages := make([]*[page]byte, stats.HeapIdle/page)
	for i := range pages {
		pages[i] = new([page]byte)
	}
	runtime.KeepAlive(pages)
}

// create sets the options; see parseOptions for their form.
//
//go:wasmexport create
func create(size uint32) {
	o := parseOptions(string(input[:size]))
	current = &validator{options: o, schemas: builtIns[o.strict]}
}

// addDefinitions turns the built-in definitions into those of another Kubernetes version.
//
//go:wasmexport addDefinitions
func addDefinitions(size uint32) {
	current.schemas.addDefinitions(append([]byte(nil), input[:size]...))
}

// kinds lists every kind with a built-in schema, one a line.
//
//go:wasmexport kinds
func kinds(uint32) uint64 {
	var list []string
	for _, kind := range current.schemas.kinds {
		list = append(list, kind.written)
	}
	slices.Sort(list)
	return reply([]byte(strings.Join(list, "\n")))
}

// addSchema adds one JSON Schema document of the caller: {"key": "group/version/kind", "url", "schema"}.
// The reply is empty, or what is wrong with it.
//
//go:wasmexport addSchema
func addSchema(size uint32) uint64 {
	if err := current.schemas.addDocument(input[:size]); err != nil {
		return reply([]byte(err.Error()))
	}
	return reply(nil)
}

// validate checks the YAML or JSON text in the input buffer; the reply is the list of results.
//
//go:wasmexport validate
func validate(size uint32) uint64 {
	return reply(appendResults(output[:0], current.validate(input[:size])))
}

// reply packs the address and the length of the answer into one number.
func reply(answer []byte) uint64 {
	if len(answer) == 0 {
		return 0
	}
	output = answer
	return uint64(uintptr(unsafe.Pointer(&answer[0])))<<32 | uint64(len(answer))
}

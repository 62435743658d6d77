// Command kubeconform-wasm is kubeconform as a WebAssembly reactor: manifests in, verdicts out.
// It opens no file and no connection; the host hands over the schemas and the text.
package main

import (
	"encoding/json"
	"unsafe"
)

var (
	input   []byte
	output  []byte
	current = newValidator(options{})
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

// create starts a validator from the options (JSON) in the first size bytes of the input buffer.
//
//go:wasmexport create
func create(size uint32) uint64 {
	var o options
	if err := json.Unmarshal(input[:size], &o); err != nil {
		return fail(err)
	}
	current = newValidator(o)
	return reply(nil)
}

// addDefinitions adds trusted definitions, one a line, in the form that definitions.go describes.
//
//go:wasmexport addDefinitions
func addDefinitions(size uint32) uint64 {
	// The definitions are read lazily, so they need bytes of their own.
	current.schemas.addDefinitions(append([]byte(nil), input[:size]...))
	return reply(nil)
}

// addSchema adds one JSON Schema document of the caller: {"key": "group/version/kind", "url", "schema"}.
//
//go:wasmexport addSchema
func addSchema(size uint32) uint64 {
	if err := current.schemas.addDocument(input[:size]); err != nil {
		return fail(err)
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

// fail answers a call that has no other answer with the reason.
func fail(err error) uint64 {
	return reply([]byte(err.Error()))
}

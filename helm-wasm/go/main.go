// Command helm-wasm is Helm's rendering as a WebAssembly reactor: a chart and values in, manifests out.
// It opens no file and no connection; the host hands over the files of the chart.
package main

import (
	"encoding/json"
	"io"
	"log"
	"runtime"
	"runtime/debug"
	"unsafe"
)

var (
	input  []byte
	output []byte
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

// settle ends the build's work before the program is stored.
//
//go:wasmexport settle
func settle() {
	log.SetOutput(io.Discard) // Helm's notes on deprecated files have no reader
	input, output = nil, nil
	runtime.GC()
	clearFree()
	runtime.GC()
	// A run is short and its memory is given back as a whole, so collecting is put off until it matters.
	debug.SetGCPercent(1500)
	debug.SetMemoryLimit(256 << 20)
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

// render takes a request (see readRequest) and answers with a result as JSON: address << 32 | length.
//
//go:wasmexport render
func render(size uint32) uint64 {
	answer, err := json.Marshal(run(input[:size]))
	if err != nil { // a result holds texts and numbers alone
		panic(err)
	}
	output = answer
	return uint64(uintptr(unsafe.Pointer(&answer[0])))<<32 | uint64(len(answer))
}

func run(input []byte) result {
	request, err := readRequest(input)
	if err != nil {
		return failed("unreadable", err)
	}
	return request.render()
}

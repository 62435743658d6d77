/**
 * Starts a WebAssembly program once and writes it down as a module that has already started: the memory
 * becomes the data section, the globals become their own initial values. Instances of that module are
 * ready at once, where Go's start (its runtime, package variables, the schema library compiling its
 * meta-schemas) costs more than checking a manifest. It is exact because the host is deterministic.
 */
import { MEMORY_SECTION } from "../src/instance.ts";
import { createWasi } from "../src/wasi.ts";

interface Section {
  id: number;
  body: Uint8Array;
}

const EXPORT = 7;
const GLOBAL = 6;
const MEMORY = 5;
const DATA = 11;
const CUSTOM = 0;
const PAGE = 65_536;
/** A run of zeros shorter than this, in bytes, costs less as zeros than as a segment of its own. */
const GAP = 64;
/** The same for a file, of which each piece is a copy. */
const FILE_GAP = 1024;

/**
 * @param warmUp works with the started program, so that what it builds on first use is kept as well
 * @param limit bytes of memory that the program may have; where it needs more, it ends itself
 */
export function snapshot(
  program: Uint8Array,
  warmUp: (instance: WebAssembly.Instance) => void,
  limit?: number,
): Uint8Array<ArrayBuffer> {
  const sections = readSections(program).filter((section) => section.id !== CUSTOM);
  const globals = readGlobals(find(sections, GLOBAL).body);

  const opened = withSection(sections, EXPORT, exportGlobals(find(sections, EXPORT).body, globals.length));
  const wasi = createWasi(0n);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(writeSections(opened)), {
    wasi_snapshot_preview1: wasi.imports,
  });
  const memory = instance.exports.memory as WebAssembly.Memory;
  wasi.memory = memory;
  (instance.exports._initialize as () => void)();
  warmUp(instance);

  const values = globals.map((_, index) => (instance.exports[globalName(index)] as WebAssembly.Global).value);
  let result = withSection(sections, GLOBAL, writeGlobals(globals, values));
  result = withSection(result, MEMORY, writeMemory(memory.buffer.byteLength / PAGE, limit && limit / PAGE));
  result = withSection(result, DATA, writeData(new Uint8Array(memory.buffer)));
  return writeSections(result);
}

/**
 * Takes the memory out of a stored program. From a file of its own it is copied to its place once, where data in a module is
 * copied three times. A section of the module says what the file holds: the start and the length
 * of each piece, as numbers of 32 bits.
 */
export function detachMemory(program: Uint8Array): { code: Uint8Array; memory: Uint8Array } {
  const sections = readSections(program);
  const memory = readData(find(sections, DATA).body);
  const pieces = occupied(memory, FILE_GAP);
  const table = new Writer();
  table.name(MEMORY_SECTION);
  table.bytes(
    new Uint8Array(Uint32Array.from(pieces.flatMap(([start, end]) => [start, end - start])).buffer),
  );
  const others = sections.filter((section) => section.id !== DATA);
  return {
    code: writeSections([...others, { id: CUSTOM, body: table.result() }]),
    memory: Buffer.concat(pieces.map(([start, end]) => memory.subarray(start, end))),
  };
}

const globalName = (index: number) => `global ${index}`;

function find(sections: Section[], id: number): Section {
  const section = sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`the module has no section ${id}`);
  return section;
}

function withSection(sections: Section[], id: number, body: Uint8Array): Section[] {
  return sections.map((section) => (section.id === id ? { id, body } : section));
}

function readSections(module: Uint8Array): Section[] {
  const reader = new Reader(module, 8);
  const sections: Section[] = [];
  while (!reader.done) {
    const id = reader.byte();
    sections.push({ id, body: reader.bytes(reader.unsigned()) });
  }
  return sections;
}

function writeSections(sections: Section[]): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.push(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  for (const { id, body } of sections) {
    writer.push(id);
    writer.unsigned(body.length);
    writer.bytes(body);
  }
  return writer.result();
}

const I32 = 0x7f;
const I64 = 0x7e;
const CONST = { [I32]: 0x41, [I64]: 0x42 } as const;
const END = 0x0b;

/** The types of the globals; Go's are all mutable numbers. */
function readGlobals(body: Uint8Array): (typeof I32 | typeof I64)[] {
  const reader = new Reader(body, 0);
  return Array.from({ length: reader.unsigned() }, () => {
    const type = reader.byte();
    const mutable = reader.byte();
    const opcode = reader.byte();
    if ((type !== I32 && type !== I64) || mutable !== 1 || opcode !== CONST[type]) {
      throw new Error("a global of the module is not a mutable integer");
    }
    reader.skipNumber();
    if (reader.byte() !== END) throw new Error("a global of the module has no constant value");
    return type;
  });
}

function writeGlobals(types: (typeof I32 | typeof I64)[], values: (number | bigint)[]): Uint8Array {
  const writer = new Writer();
  writer.unsigned(types.length);
  types.forEach((type, index) => {
    writer.push(type, 1, CONST[type]);
    writer.signed(BigInt(values[index]!));
    writer.push(END);
  });
  return writer.result();
}

function exportGlobals(body: Uint8Array, count: number): Uint8Array {
  const reader = new Reader(body, 0);
  const writer = new Writer();
  writer.unsigned(reader.unsigned() + count);
  writer.bytes(reader.rest());
  for (let index = 0; index < count; index++) {
    writer.name(globalName(index));
    writer.push(3);
    writer.unsigned(index);
  }
  return writer.result();
}

function writeMemory(pages: number, limit: number | undefined): Uint8Array {
  const writer = new Writer();
  writer.push(1, limit === undefined ? 0 : 1);
  writer.unsigned(pages);
  if (limit !== undefined) writer.unsigned(limit);
  return writer.result();
}

function writeData(memory: Uint8Array): Uint8Array {
  const segments = occupied(memory, GAP);
  const writer = new Writer();
  writer.unsigned(segments.length);
  for (const [start, end] of segments) {
    writer.push(0, CONST[I32]);
    writer.signed(BigInt(start));
    writer.push(END);
    writer.unsigned(end - start);
    writer.bytes(memory.subarray(start, end));
  }
  return writer.result();
}

/** The memory up to the last segment of a data section that writeData has made. */
function readData(body: Uint8Array): Uint8Array {
  const reader = new Reader(body, 0);
  const segments = Array.from({ length: reader.unsigned() }, () => {
    reader.bytes(2); // as written above
    const start = reader.unsigned();
    reader.byte();
    return { start, bytes: reader.bytes(reader.unsigned()) };
  });
  const last = segments.at(-1);
  const memory = new Uint8Array(last ? last.start + last.bytes.length : 0);
  for (const { start, bytes } of segments) memory.set(bytes, start);
  return memory;
}

/** What is not zero, apart from gaps that are shorter than `gap` bytes. */
function occupied(memory: Uint8Array, gap: number): [start: number, end: number][] {
  const pieces: [start: number, end: number][] = [];
  let position = 0;
  while (position < memory.length) {
    while (position < memory.length && memory[position] === 0) position++;
    if (position === memory.length) break;
    const start = position;
    let end = position;
    while (position < memory.length && position - end < gap) {
      if (memory[position] !== 0) end = position + 1;
      position++;
    }
    pieces.push([start, end]);
  }
  return pieces;
}

class Reader {
  private readonly data: Uint8Array;
  private position: number;

  constructor(data: Uint8Array, position: number) {
    this.data = data;
    this.position = position;
  }

  get done(): boolean {
    return this.position >= this.data.length;
  }

  byte(): number {
    const value = this.data[this.position++];
    if (value === undefined) throw new Error("the module ends too early");
    return value;
  }

  bytes(length: number): Uint8Array {
    this.position += length;
    return this.data.subarray(this.position - length, this.position);
  }

  rest(): Uint8Array {
    return this.data.subarray(this.position);
  }

  /** An unsigned LEB128 number. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  skipNumber(): void {
    while (this.byte() >= 0x80);
  }
}

class Writer {
  private chunks: Uint8Array[] = [];

  push(...bytes: number[]): void {
    this.chunks.push(Uint8Array.from(bytes));
  }

  bytes(bytes: Uint8Array): void {
    this.chunks.push(bytes);
  }

  name(name: string): void {
    const bytes = Buffer.from(name);
    this.unsigned(bytes.length);
    this.bytes(bytes);
  }

  unsigned(value: number): void {
    const bytes: number[] = [];
    do {
      const low = value & 0x7f;
      value >>>= 7;
      bytes.push(value ? low | 0x80 : low);
    } while (value);
    this.push(...bytes);
  }

  /** A signed LEB128 number. */
  signed(value: bigint): void {
    const bytes: number[] = [];
    for (;;) {
      const low = Number(value & 0x7fn);
      value >>= 7n;
      if ((value === 0n && !(low & 0x40)) || (value === -1n && low & 0x40)) {
        this.push(...bytes, low);
        return;
      }
      bytes.push(low | 0x80);
    }
  }

  result(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Buffer.concat(this.chunks));
  }
}

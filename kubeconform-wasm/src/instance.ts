/** One running copy of the Go program, and the calls into it. */
import { readMemory } from "./data.ts";
import type { Result } from "./result.ts";
import { createWasi } from "./wasi.ts";

/** What the program is told; the schemas follow. */
export interface ProgramOptions {
  strict?: boolean;
  ignoreMissingSchemas?: boolean;
  skip?: readonly string[];
  reject?: readonly string[];
}

/** A call takes its input from the buffer that `allocate` gives; an answer is address << 32 | length. */
interface Exports {
  memory: WebAssembly.Memory;
  allocate(size: number): number;
  addBuiltIns(size: number): void;
  settle(): void;
  create(size: number): void;
  addDefinitions(size: number): void;
  addSchema(size: number): bigint;
  validate(size: number): bigint;
  kinds(size: number): bigint;
}

/** The stored program saw its clock up to somewhere below this, in nanoseconds. */
const CLOCK_START = 1_000_000_000_000n;

/** The section of a program that says what the file with its memory holds: see `detachMemory` in scripts/snapshot.ts. */
export const MEMORY_SECTION = "memory";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Instance {
  private readonly exports: Exports;

  private constructor(exports: Exports) {
    this.exports = exports;
  }

  /**
   * @param module the stored program, which has already started
   * @param folder where it is from
   */
  static from(module: WebAssembly.Module, folder: URL): Instance {
    const wasi = createWasi(CLOCK_START);
    const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.imports });
    const memory = instance.exports.memory as WebAssembly.Memory;
    const [table] = WebAssembly.Module.customSections(module, MEMORY_SECTION);
    if (table) readMemory(folder, pieces(memory, new Uint32Array(table)));
    wasi.memory = memory;
    return Instance.of(instance);
  }

  static of(instance: WebAssembly.Instance): Instance {
    return new Instance(instance.exports as unknown as Exports);
  }

  /** Bytes of memory in use; it never shrinks. */
  get size(): number {
    return this.exports.memory.buffer.byteLength;
  }

  addBuiltIns(lines: string): void {
    this.exports.addBuiltIns(this.write(lines));
  }

  /** To be called once, before the program is stored. */
  settle(): void {
    this.exports.settle();
  }

  create(options: ProgramOptions): void {
    const lines = [
      ...(options.strict ? ["strict"] : []),
      ...(options.ignoreMissingSchemas ? ["ignoreMissingSchemas"] : []),
      ...(options.skip ?? []).map((kind) => `skip ${kind}`),
      ...(options.reject ?? []).map((kind) => `reject ${kind}`),
    ];
    this.exports.create(this.write(lines.join("\n")));
  }

  addDefinitions(lines: string | Uint8Array): void {
    this.exports.addDefinitions(this.write(lines));
  }

  /** @throws Error where the schema is not readable. */
  addSchema(schema: { key?: string; url: string; schema: unknown }): void {
    const problem = this.read(this.exports.addSchema(this.write(JSON.stringify(schema))));
    if (problem) throw new Error(problem);
  }

  kinds(): string[] {
    return this.read(this.exports.kinds(0)).split("\n");
  }

  validate(text: string): Result[] {
    return JSON.parse(this.read(this.exports.validate(this.write(text)))) as Result[];
  }

  /** Puts an input into the buffer and says how many bytes it has. */
  private write(input: string | Uint8Array): number {
    // A UTF-16 unit takes at most three bytes.
    const room = typeof input === "string" ? input.length * 3 : input.length;
    const start = this.exports.allocate(room); // may move the memory
    const buffer = new Uint8Array(this.exports.memory.buffer, start, room);
    if (typeof input === "string") return encoder.encodeInto(input, buffer).written;
    buffer.set(input);
    return room;
  }

  private read(answer: bigint): string {
    const length = Number(answer & 0xffff_ffffn);
    return decoder.decode(new Uint8Array(this.exports.memory.buffer, Number(answer >> 32n), length));
  }
}

/** @param table start and length of each piece */
function pieces(memory: WebAssembly.Memory, table: Uint32Array): Uint8Array[] {
  return Array.from(
    { length: table.length / 2 },
    (_, index) => new Uint8Array(memory.buffer, table[2 * index], table[2 * index + 1]),
  );
}

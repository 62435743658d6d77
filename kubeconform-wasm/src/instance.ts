/** One running copy of the Go program, and the calls into it. */
import type { Result } from "./index.ts";
import { createWasi } from "./wasi.ts";

/** What the program is created with; the schemas follow. */
export interface ProgramOptions {
  strict?: boolean;
  ignoreMissingSchemas?: boolean;
  skip?: readonly string[];
  reject?: readonly string[];
}

interface Exports {
  memory: WebAssembly.Memory;
  allocate(size: number): number;
  create(size: number): bigint;
  addDefinitions(size: number): bigint;
  addSchema(size: number): bigint;
  validate(size: number): bigint;
}

/** The stored program saw its clock up to somewhere below this, in nanoseconds. */
const CLOCK_START = 1_000_000_000_000n;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Instance {
  private readonly exports: Exports;

  private constructor(exports: Exports) {
    this.exports = exports;
  }

  /** @param module the stored program, which has already started. */
  static from(module: WebAssembly.Module): Instance {
    const wasi = createWasi(CLOCK_START);
    const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.imports });
    wasi.memory = instance.exports["memory"] as WebAssembly.Memory;
    return Instance.of(instance);
  }

  static of(instance: WebAssembly.Instance): Instance {
    return new Instance(instance.exports as unknown as Exports);
  }

  /** Bytes of memory in use; it never shrinks. */
  get size(): number {
    return this.exports.memory.buffer.byteLength;
  }

  create(options: ProgramOptions): void {
    this.command("create", JSON.stringify(options));
  }

  addDefinitions(lines: string | Uint8Array): void {
    this.command("addDefinitions", lines);
  }

  /** @throws Error where the schema is not readable. */
  addSchema(schema: { key?: string; url: string; schema: unknown }): void {
    this.command("addSchema", JSON.stringify(schema));
  }

  validate(text: string): Result[] {
    return JSON.parse(this.call("validate", text)) as Result[];
  }

  private command(name: "create" | "addDefinitions" | "addSchema", input: string | Uint8Array): void {
    const problem = this.call(name, input);
    if (problem) throw new Error(problem);
  }

  private call(name: Exclude<keyof Exports, "memory" | "allocate">, input: string | Uint8Array): string {
    const { exports } = this;
    let size = input.length;
    if (typeof input === "string") {
      // A UTF-16 unit takes at most three bytes.
      size = encoder.encodeInto(input, target(exports, size * 3)).written;
    } else {
      target(exports, size).set(input);
    }
    const answer = exports[name](size);
    const length = Number(answer & 0xffff_ffffn);
    return decoder.decode(new Uint8Array(exports.memory.buffer, Number(answer >> 32n), length));
  }
}

function target(exports: Exports, size: number): Uint8Array {
  const start = exports.allocate(size); // may move the memory
  return new Uint8Array(exports.memory.buffer, start, size);
}

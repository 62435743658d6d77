/** One running copy of the Go program, and the calls into it. */
import { createWasi, type Wasi } from "../../kubeconform-wasm/src/wasi.ts";
import type { Installation } from "./chart.ts";

/** Bytes of memory that the program may have. */
export const MEMORY_LIMIT = 512 << 20;

/** The stored program saw its clock up to somewhere below this, in nanoseconds. */
const CLOCK_START = 1_000_000_000_000n;

/** What the program answers; see `result` in go/render.go. */
export interface Answer {
  templates?: { name: string; text: string; lines?: [source: number, line: number][] }[];
  sources?: string[];
  missing?: string[];
  reason?: string;
  message?: string;
}

/** A call takes its input from the buffer that `allocate` gives; an answer is address << 32 | length. */
interface Exports {
  memory: WebAssembly.Memory;
  allocate(size: number): number;
  render(size: number): bigint;
  settle(): void;
}

export class Program {
  readonly #exports: Exports;
  readonly #wasi: Wasi | undefined;

  private constructor(exports: Exports, wasi: Wasi | undefined) {
    this.#exports = exports;
    this.#wasi = wasi;
  }

  /** @param module the stored program, which has already started */
  static from(module: WebAssembly.Module): Program {
    const wasi = createWasi(CLOCK_START);
    const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.imports });
    wasi.memory = instance.exports.memory as WebAssembly.Memory;
    return Program.of(instance, wasi);
  }

  static of(instance: WebAssembly.Instance, wasi?: Wasi): Program {
    return new Program(instance.exports as unknown as Exports, wasi);
  }

  /** What it has printed: Go's runtime says there why the program ended. */
  get output(): string {
    return this.#wasi?.output ?? "";
  }

  /** To be called once, before the program is stored. */
  settle(): void {
    this.#exports.settle();
  }

  /** @throws Error where the program ends itself, as it does without memory */
  render({ release, namespace, kubernetesVersion, values, files, packed }: Installation): Answer {
    const [major, minor] = kubernetesVersion.split(".");
    const head = JSON.stringify({
      release,
      namespace,
      kubernetes: { major, minor },
      values,
      files: files.map(({ name, data }) => ({ name, size: data.length })),
      packed,
    });
    const input = Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ data }) => data)]);
    const start = this.#exports.allocate(input.length); // may move the memory
    new Uint8Array(this.#exports.memory.buffer, start, input.length).set(input);
    const answer = this.#exports.render(input.length);
    const length = Number(answer & 0xffff_ffffn);
    return JSON.parse(Buffer.from(this.#exports.memory.buffer, Number(answer >> 32n), length).toString());
  }
}

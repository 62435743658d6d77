/**
 * The few WASI calls that a Go program makes when it neither reads files nor talks to a network.
 * Everything is deterministic: the clock counts calls, "random" bytes follow from a constant, no
 * argument, no environment, no file. So the same text always gives the same verdict, and the build
 * can store a program that has already started.
 */

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;

/** The program ended itself: Go's runtime does so on a fatal error. `output` is what it printed. */
export class ProgramExit extends Error {
  override name = "ProgramExit";
  readonly code: number;
  readonly output: string;

  constructor(code: number, output: string) {
    super(`the WebAssembly program ended with code ${code}`);
    this.code = code;
    this.output = output;
  }
}

export interface Wasi {
  readonly imports: WebAssembly.ModuleImports;
  /** To be set before the first call into the program. */
  memory: WebAssembly.Memory | undefined;
  /** The start of what the program has printed, which says why it ended where it did not end itself. */
  readonly output: string;
}

const OUTPUT_LIMIT = 4096;

/** Calls that need a file, a folder or a connection. There is none. */
const REFUSED = [
  ...["advise", "close", "fdstat_get", "fdstat_set_flags", "filestat_get", "filestat_set_size", "pread"],
  ...["prestat_dir_name", "prestat_get", "pwrite", "read", "readdir", "seek", "sync"],
]
  .map((name) => `fd_${name}`)
  .concat(
    ["filestat_get", "open", "readlink", "remove_directory", "symlink", "unlink_file"].map(
      (name) => `path_${name}`,
    ),
    ["sock_accept", "sock_shutdown"],
  );

/** @param start where the clock starts, in nanoseconds; a program restored from a snapshot must see it go on. */
export function createWasi(start: bigint): Wasi {
  let now = start;
  let seed = 1;
  let output = "";

  const view = () => new DataView(wasi.memory!.buffer);
  const setSizes = (count: number, size: number) => {
    view().setUint32(count, 0, true);
    view().setUint32(size, 0, true);
    return SUCCESS;
  };
  const refuse = () => BAD_DESCRIPTOR;

  const wasi: Wasi = {
    memory: undefined,
    get output() {
      return output;
    },
    imports: {
      sched_yield: () => SUCCESS,
      proc_exit(code: number) {
        throw new ProgramExit(code, output);
      },
      args_sizes_get: setSizes,
      args_get: () => SUCCESS,
      environ_sizes_get: setSizes,
      environ_get: () => SUCCESS,
      clock_time_get(_id: number, _precision: bigint, result: number) {
        now += 1000n;
        view().setBigUint64(result, now, true);
        return SUCCESS;
      },
      random_get(start: number, length: number) {
        const bytes = new Uint8Array(wasi.memory!.buffer, start, length);
        for (let i = 0; i < length; i++) {
          seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
          bytes[i] = seed >>> 16;
        }
        return SUCCESS;
      },
      /** Nothing to wait for: every timer is due. */
      poll_oneoff(_in: number, events: number, count: number, result: number) {
        new Uint8Array(wasi.memory!.buffer, events, count * 32).fill(0);
        now += 1_000_000n;
        view().setUint32(result, count, true);
        return SUCCESS;
      },
      /** Only Go's own crash report is written, to standard error. */
      fd_write(descriptor: number, vectors: number, count: number, result: number) {
        if (descriptor !== 1 && descriptor !== 2) return BAD_DESCRIPTOR;
        const memory = view();
        let written = 0;
        for (let i = 0; i < count; i++) {
          const start = memory.getUint32(vectors + 8 * i, true);
          const length = memory.getUint32(vectors + 8 * i + 4, true);
          written += length;
          if (output.length < OUTPUT_LIMIT) {
            output += Buffer.from(memory.buffer, start, Math.min(length, OUTPUT_LIMIT)).toString();
          }
        }
        memory.setUint32(result, written, true);
        return SUCCESS;
      },
      ...Object.fromEntries(REFUSED.map((name) => [name, refuse])),
    },
  };
  return wasi;
}

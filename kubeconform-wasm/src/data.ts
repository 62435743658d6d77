/** The files beside the code: the program and the schemas. */
import { closeSync, existsSync, openSync, readFileSync, readvSync } from "node:fs";

/** The program as it is committed; `unpack` in scripts/ makes of it the two others, which start faster. */
export const PROGRAM = "kubeconform.wasm.br";
export const UNPACKED_PROGRAM = "kubeconform.wasm";
/** The memory of the unpacked program. */
export const UNPACKED_MEMORY = "kubeconform.memory";
export const INDEX = "index.json";
/** How an older Kubernetes version differs from the newest, which is built into the program. */
export const kubernetes = (version: string) => `kubernetes-${version}.br`;

/** Beside this file in a bundle (`kubeconform/`), beside its folder in the package (`data/`). */
export function defaultFolder(): URL {
  const bundled = new URL("./kubeconform/", import.meta.url);
  return existsSync(new URL(INDEX, bundled)) ? bundled : new URL("../data/", import.meta.url);
}

export async function readProgram(folder: URL): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new URL(UNPACKED_PROGRAM, folder);
  return existsSync(unpacked) ? readFileSync(unpacked) : readData(folder, PROGRAM);
}

/** Reads the memory of the unpacked program to where it belongs. */
export function readMemory(folder: URL, pieces: Uint8Array[]): void {
  const file = openSync(new URL(UNPACKED_MEMORY, folder), "r");
  try {
    const wanted = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (readvSync(file, pieces, 0) !== wanted) {
      throw new Error(`${UNPACKED_MEMORY} in ${folder.href} does not belong to the program`);
    }
  } finally {
    closeSync(file);
  }
}

export async function readData(folder: URL, name: string): Promise<Buffer<ArrayBuffer>> {
  const bytes = readFileSync(new URL(name, folder));
  if (!name.endsWith(".br")) return bytes;
  // One large piece: small ones cost more than the decompression.
  const { brotliDecompressSync } = await import("node:zlib");
  return brotliDecompressSync(bytes, { chunkSize: name === PROGRAM ? 16 << 20 : 1 << 20 });
}

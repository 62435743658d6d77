/** The files beside the code: the program and the schemas. */
import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

/** The program, without the memory that belongs to it. */
export const CODE = "kubeconform.code.br";
export const MEMORY = "kubeconform.memory.br";
export const INDEX = "index.json";
/** How an older Kubernetes version differs from the newest, which is built into the program. */
export const kubernetes = (version: string) => `kubernetes-${version}.br`;

/** Beside this file in a bundle (`kubeconform/`), beside its folder in the package (`data/`). */
export function defaultFolder(): URL {
  const bundled = new URL("./kubeconform/", import.meta.url);
  return existsSync(new URL(INDEX, bundled)) ? bundled : new URL("../data/", import.meta.url);
}

export function readProgram(folder: URL): Uint8Array<ArrayBuffer> {
  return readData(folder, CODE);
}

/** Reads the memory of the program to where it belongs. */
export function readMemory(folder: URL, pieces: Uint8Array[]): void {
  const memory = readData(folder, MEMORY);
  if (memory.length !== pieces.reduce((sum, piece) => sum + piece.length, 0))
    throw new Error(`${MEMORY} in ${folder.href} does not belong to the program`);
  let at = 0;
  for (const piece of pieces) {
    piece.set(memory.subarray(at, at + piece.length));
    at += piece.length;
  }
}

export function readData(folder: URL, name: string): Buffer<ArrayBuffer> {
  const bytes = readFileSync(new URL(name, folder));
  if (!name.endsWith(".br")) return bytes;
  // One large piece: small ones cost more than the decompression.
  return brotliDecompressSync(bytes, { chunkSize: name === CODE || name === MEMORY ? 16 << 20 : 1 << 20 });
}

/** The files beside the code: the program and the schemas. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

/** The program as it is committed; `unpack` in scripts/ puts it beside as `kubeconform.wasm`, which starts faster. */
export const PROGRAM = "kubeconform.wasm.br";
export const UNPACKED_PROGRAM = "kubeconform.wasm";
export const INDEX = "index.json";
/** How an older Kubernetes version differs from the newest, which is built into the program. */
export const kubernetes = (version: string) => `kubernetes-${version}.br`;

/** Beside this file in a bundle (`kubeconform/`), beside its folder in the package (`data/`). */
export function defaultFolder(): URL {
  const bundled = new URL("./kubeconform/", import.meta.url);
  return existsSync(new URL(INDEX, bundled)) ? bundled : new URL("../data/", import.meta.url);
}

const decompress = promisify(brotliDecompress);

export async function readProgram(folder: URL): Promise<Uint8Array> {
  const unpacked = new URL(UNPACKED_PROGRAM, folder);
  return existsSync(unpacked) ? readFile(unpacked) : readData(folder, PROGRAM);
}

export async function readData(folder: URL, name: string): Promise<Buffer> {
  const bytes = await readFile(new URL(name, folder));
  // One large piece: small ones cost more than the decompression.
  return name.endsWith(".br")
    ? decompress(bytes, { chunkSize: name === PROGRAM ? 16 << 20 : 1 << 20 })
    : bytes;
}

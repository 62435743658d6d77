/** The files beside the code: the program and the schemas. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

export const PROGRAM = "kubeconform.wasm.br";
export const INDEX = "index.json";
export const CUSTOM_RESOURCES = "custom-resources.br";
export const kubernetes = (version: string) => `kubernetes-${version}.br`;

/** Beside this file in a bundle, beside its folder in the package. */
export function defaultAssets(): URL {
  const beside = new URL("./assets/", import.meta.url);
  return existsSync(new URL(PROGRAM, beside)) ? beside : new URL("../assets/", import.meta.url);
}

const decompress = promisify(brotliDecompress);

export async function readAsset(folder: URL, name: string): Promise<Buffer> {
  const bytes = await readFile(new URL(name, folder));
  return name.endsWith(".br")
    ? decompress(bytes, { chunkSize: name === PROGRAM ? 16 << 20 : 1 << 20 })
    : bytes;
}

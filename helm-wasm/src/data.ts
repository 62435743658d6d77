/** The files beside the code. */
import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

export const PROGRAM = "helm.wasm.br";
export const NOTICES = "THIRD_PARTY_NOTICES.txt";

/** Beside this file in a bundle (`helm/`), beside its folder in the repository (`data/`). */
function folder(): URL {
  const bundled = new URL("./helm/", import.meta.url);
  return existsSync(bundled) ? bundled : new URL("../data/", import.meta.url);
}

/** The stored program. */
export function readProgram(): Uint8Array<ArrayBuffer> {
  // One large piece: small ones cost more than the decompression.
  return brotliDecompressSync(readFileSync(new URL(PROGRAM, folder())), { chunkSize: 32 << 20 });
}

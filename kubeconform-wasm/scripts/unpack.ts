/** Copies data/ to where it is published, with the program unpacked and its memory beside it, which starts faster. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { PROGRAM, UNPACKED_MEMORY, UNPACKED_PROGRAM } from "../src/data.ts";
import { detachMemory } from "./snapshot.ts";

const DATA = fileURLToPath(new URL("../data/", import.meta.url));

export function unpack(target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(DATA)) {
    const bytes = readFileSync(join(DATA, name));
    if (name === PROGRAM) {
      const { module, memory } = detachMemory(brotliDecompressSync(bytes));
      writeFileSync(join(target, UNPACKED_PROGRAM), module);
      writeFileSync(join(target, UNPACKED_MEMORY), memory);
    } else writeFileSync(join(target, name), bytes);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) unpack(process.argv[2]!);

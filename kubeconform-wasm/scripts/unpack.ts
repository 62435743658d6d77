/** Copies data/ to where it is published, with the program unpacked: reading it saves what decompressing costs. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { PROGRAM, UNPACKED_PROGRAM } from "../src/data.ts";

const DATA = fileURLToPath(new URL("../data/", import.meta.url));

export function unpack(target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(DATA)) {
    const bytes = readFileSync(join(DATA, name));
    if (name === PROGRAM) writeFileSync(join(target, UNPACKED_PROGRAM), brotliDecompressSync(bytes));
    else writeFileSync(join(target, name), bytes);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) unpack(process.argv[2]!);

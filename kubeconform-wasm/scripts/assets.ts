/**
 * Makes the files of a `data/` folder from sources; with `--check` makes them again and says whether the committed
 * ones are the same, byte for byte once decompressed (Node releases may compress differently).
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { obstacle } from "./go.ts";

/** The files by their names. */
export type Assets = ReadonlyMap<string, Uint8Array>;

export interface Making {
  /** The folder of the files. */
  data: URL;
  /** The Go modules that are needed, the program's own first. */
  modules: readonly [string, ...string[]];
  make: () => Assets;
}

/** Ends the process with code 1 where the files are not what the sources make, or could not be made. */
export function buildAssets({ data, modules, make }: Making): void {
  const isCheck = process.argv.includes("--check");
  const reason = obstacle(...modules);
  if (reason !== undefined) {
    console.log(`${isCheck ? "not proven here" : "nothing built"}: ${reason}`);
    process.exitCode = isCheck ? 0 : 1;
  } else if (isCheck) {
    execFileSync("go", ["test", "."], { cwd: modules[0], stdio: "inherit" });
    const different = differences(data, make());
    console.log(
      different.length === 0
        ? "the files in data/ are what the sources make"
        : `not what the sources make: ${different.join(", ")}`,
    );
    process.exitCode = different.length === 0 ? 0 : 1;
  } else write(data, make());
}

function write(data: URL, files: Assets): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  for (const [name, bytes] of files) writeFileSync(new URL(name, data), bytes);
  console.log(`${files.size} files written to ${fileURLToPath(data)}`);
}

/** The names of the committed files that are not what the sources make. */
function differences(data: URL, files: Assets): string[] {
  const committed = new Set(existsSync(data) ? readdirSync(data) : []);
  const names = new Set([...files.keys(), ...committed]);
  return [...names].filter((name) => {
    const made = files.get(name);
    return (
      !made ||
      !committed.has(name) ||
      content(name, made).compare(content(name, readFileSync(new URL(name, data)))) !== 0
    );
  });
}

function content(name: string, bytes: Uint8Array): Buffer {
  return name.endsWith(".br") ? brotliDecompressSync(bytes) : Buffer.from(bytes);
}
